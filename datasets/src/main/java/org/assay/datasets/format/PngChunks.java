package org.assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Puts metadata chunks into PNG files, behind the header. */
public final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int HEADER_END = 33; // signature and IHDR with length, type and checksum
  private static final String XMP_KEYWORD = "XML:com.adobe.xmp";

  private PngChunks() {}

  /** With Latin-1 text under a keyword (PNG, section 11.3.3.2). */
  public static byte[] withText(byte[] png, String keyword, String text) {
    ByteArrayOutputStream data = keyword(keyword);
    data.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return withChunk(png, "tEXt", data.toByteArray());
  }

  /** With deflated Latin-1 text under a keyword (PNG, section 11.3.3.3). */
  public static byte[] withCompressedText(byte[] png, String keyword, String text) {
    ByteArrayOutputStream data = keyword(keyword);
    data.write(0); // compression method: deflate
    data.writeBytes(PngWriter.deflate(text.getBytes(StandardCharsets.ISO_8859_1)));
    return withChunk(png, "zTXt", data.toByteArray());
  }

  /** With UTF-8 text under a keyword, not deflated (PNG, section 11.3.3.4). */
  public static byte[] withInternationalText(byte[] png, String keyword, String text) {
    ByteArrayOutputStream data = keyword(keyword);
    data.writeBytes(new byte[4]); // not deflated, method 0, no language, no translated keyword
    data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return withChunk(png, "iTXt", data.toByteArray());
  }

  /** With an XMP packet (XMP part 3, section 1.1.5). */
  public static byte[] withXmp(byte[] png, String packet) {
    return withInternationalText(png, XMP_KEYWORD, packet);
  }

  /** With an EXIF block (PNG, section 11.3.4.2). */
  public static byte[] withExif(byte[] png, Exif exif) {
    return withChunk(png, "eXIf", exif.tiff());
  }

  /**
   * With one more chunk.
   *
   * @param type four letters
   * @throws IllegalArgumentException if the file does not start as a PNG
   */
  public static byte[] withChunk(byte[] png, String type, byte[] data) {
    if (png.length < HEADER_END || !Arrays.equals(SIGNATURE, 0, 8, png, 0, 8)) {
      throw new IllegalArgumentException("PNG expected to start with its signature and header");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + data.length + 12);
    out.write(png, 0, HEADER_END);
    write(out, type, data);
    out.write(png, HEADER_END, png.length - HEADER_END);
    return out.toByteArray();
  }

  static byte[] signature() {
    return SIGNATURE.clone();
  }

  static void write(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    if (name.length != 4) {
      throw new IllegalArgumentException("a PNG chunk type has four letters: '" + type + "'");
    }
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }

  private static ByteArrayOutputStream keyword(String keyword) {
    if (keyword.isEmpty() || keyword.length() > 79) {
      throw new IllegalArgumentException("a PNG keyword has 1 to 79 letters: '" + keyword + "'");
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
    data.write(0);
    return data;
  }
}
