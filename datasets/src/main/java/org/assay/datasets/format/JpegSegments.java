package org.assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts metadata segments into JPEG files, before the tables and the picture. */
public final class JpegSegments {
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int COMMENT = 0xfe;
  private static final int LARGEST_PAYLOAD = 65_533;
  private static final String EXIF_NAME = "Exif\0\0";
  private static final String XMP_NAME = "http://ns.adobe.com/xap/1.0/\0";

  private JpegSegments() {}

  /** With an EXIF block in APP1 (EXIF 2.32, section 4.7.2). */
  public static byte[] withExif(byte[] jpeg, Exif exif) {
    return withSegment(jpeg, APP1, named(EXIF_NAME, exif.tiff()));
  }

  /** With an XMP packet in APP1 (XMP part 3, section 1.1.3). */
  public static byte[] withXmp(byte[] jpeg, String packet) {
    return withSegment(jpeg, APP1, named(XMP_NAME, packet.getBytes(StandardCharsets.UTF_8)));
  }

  /** With a comment. */
  public static byte[] withComment(byte[] jpeg, String comment) {
    return withSegment(jpeg, COMMENT, comment.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * With one more segment, behind the start of image and the JFIF header.
   *
   * @param marker the second byte of the segment's marker, such as 0xe1 for APP1
   * @throws IllegalArgumentException if the file does not start as a JPEG, or the payload is larger
   *     than a segment can be
   */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
    if (payload.length > LARGEST_PAYLOAD) {
      throw new IllegalArgumentException(
          "a JPEG segment holds at most " + LARGEST_PAYLOAD + " bytes, found " + payload.length);
    }
    int at = afterHeader(jpeg);
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + payload.length + 4);
    out.write(jpeg, 0, at);
    out.write(0xff);
    out.write(marker);
    out.write((payload.length + 2) >> 8);
    out.write(payload.length + 2);
    out.writeBytes(payload);
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  private static int afterHeader(byte[] jpeg) {
    if (jpeg.length < 4 || (jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
      throw new IllegalArgumentException("JPEG expected to start with ff d8");
    }
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == APP0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
    }
    if (at > jpeg.length) {
      throw new IllegalArgumentException("JFIF header ends at byte " + at + " beyond the file");
    }
    return at;
  }

  private static byte[] named(String name, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(name.length() + data.length);
    out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(data);
    return out.toByteArray();
  }
}
