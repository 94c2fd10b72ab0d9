package org.assay.provenance.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes to text where files do not keep to the character set that their format asks for. */
public final class Texts {
  private Texts() {}

  /** UTF-8 where the bytes are valid UTF-8, else Latin-1; ends at the first NUL. */
  public static String utf8OrLatin1(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return untilNul(text);
  }

  /**
   * UTF-16 in the byte order that the bytes themselves tell, by a mark or by where zeros stand;
   * writers of EXIF comments are known to ignore the order of the block around it.
   */
  public static String utf16(byte[] bytes, boolean bigEndianWhenInDoubt) {
    boolean bigEndian = bigEndianWhenInDoubt;
    int start = 0;
    if (bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1]) {
      bigEndian = bytes[0] == (byte) 0xFE;
      start = 2;
    } else {
      int zeros = 0;
      for (int i = 0; i + 1 < bytes.length; i += 2) {
        zeros += (bytes[i] == 0 ? 1 : 0) - (bytes[i + 1] == 0 ? 1 : 0);
      }
      bigEndian = zeros == 0 ? bigEndian : zeros > 0;
    }
    Charset charset = bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return untilNul(new String(bytes, start, (bytes.length - start) & ~1, charset));
  }

  private static String untilNul(String text) {
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
