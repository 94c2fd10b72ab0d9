package org.assay.provenance.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/**
 * The three text chunks of PNG. Generators write UTF-8 where the standard asks for Latin-1, and XMP
 * into all three of them.
 */
final class PngTexts {
  private static final int MAX_KEYWORD_BYTES = 79;
  private static final String XMP = "XML:com.adobe.xmp";
  private static final String RAW_PROFILE = "Raw profile type ";

  private PngTexts() {}

  static void read(String type, Span data, Collector found)
      throws IOException, MediaException, InterruptedException {
    byte[] bytes = data.bytes(found.limits().partBytes());
    int end = endOf(bytes, 0, data);
    if (end > MAX_KEYWORD_BYTES) {
      throw new MediaException(
          "%s at byte %d: keyword of %d bytes exceeds %d"
              .formatted(data.name(), data.offset(), end, MAX_KEYWORD_BYTES));
    }
    String keyword = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    byte[] text = text(type, bytes, end + 1, data, found);
    String place = "PNG " + type + " " + keyword;
    if (keyword.equals(XMP)) {
      found.xmp(text, "PNG " + type + " XMP");
    } else if (keyword.startsWith(RAW_PROFILE)) {
      rawProfile(keyword.substring(RAW_PROFILE.length()), text, place, found);
    } else {
      found.text(Part.Origin.TEXT, keyword, Texts.utf8OrLatin1(text), place);
    }
  }

  private static byte[] text(String type, byte[] bytes, int at, Span data, Collector found)
      throws MediaException, InterruptedException {
    if (type.equals("tEXt")) {
      return Arrays.copyOfRange(bytes, at, bytes.length);
    }
    boolean international = type.equals("iTXt");
    int header = international ? 2 : 1; // compression flag, compression method
    if (bytes.length < at + header) {
      throw new MediaException(
          "%s at byte %d: ends after the keyword".formatted(data.name(), data.offset()));
    }
    boolean compressed = !international || bytes[at] == 1;
    int start = at + header;
    if (international) {
      int language = endOf(bytes, start, data);
      start = endOf(bytes, language + 1, data) + 1;
    }
    byte[] rest = Arrays.copyOfRange(bytes, start, bytes.length);
    return compressed ? Inflation.inflate(rest, found.limits().partBytes(), data.name()) : rest;
  }

  private static int endOf(byte[] bytes, int from, Span data) throws MediaException {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    throw new MediaException(
        "%s at byte %d: expected a NUL after byte %d, found none"
            .formatted(data.name(), data.offset(), from));
  }

  /** ImageMagick's way: name and length on lines of their own, then hexadecimal digits. */
  private static void rawProfile(String name, byte[] text, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    String[] lines = new String(text, StandardCharsets.ISO_8859_1).strip().split("\\s+", 3);
    if (lines.length < 3) {
      throw new MediaException(place + ": expected name, length and hexadecimal digits");
    }
    byte[] profile;
    try {
      profile = HexFormat.of().parseHex(lines[2].replaceAll("\\s", ""));
    } catch (IllegalArgumentException noHex) {
      throw new MediaException(place + ": " + noHex.getMessage(), noHex);
    }
    Span span = Span.of(ByteSource.of(profile));
    if (name.equals("xmp")) {
      found.xmp(profile, place);
    } else if (span.matches(0, "Exif\0\0")) {
      TiffDirectories.read(span.from(6, "EXIF"), place, found);
    } else if (span.matches(0, "8BIM")) {
      Photoshop.read(span, place, found);
    }
  }
}
