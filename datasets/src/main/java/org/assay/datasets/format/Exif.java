package org.assay.datasets.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The few EXIF fields that tests need.
 *
 * @param orientation 1 to 8: how a viewer must turn the stored picture
 * @param software the program that wrote the file; empty for none; ASCII
 */
public record Exif(int orientation, String software) {
  private static final int ORIENTATION = 0x0112;
  private static final int SOFTWARE = 0x0131;
  private static final int ASCII = 2;
  private static final int SHORT = 3;

  /** Checks the orientation. */
  public Exif {
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("EXIF orientation must be 1 to 8: " + orientation);
    }
  }

  /** As a big-endian TIFF of one directory (TIFF 6, section 2), without the {@code Exif} name. */
  public byte[] tiff() {
    byte[] text = (software + "\0").getBytes(StandardCharsets.US_ASCII);
    int entries = software.isEmpty() ? 1 : 2;
    int directoryEnd = 8 + 2 + 12 * entries + 4;
    boolean inline = text.length <= 4;
    int size = directoryEnd + (entries == 1 || inline ? 0 : text.length);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.BIG_ENDIAN);
    out.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) entries);
    out.putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
    out.putShort((short) orientation).putShort((short) 0);
    if (entries == 2) {
      out.putShort((short) SOFTWARE).putShort((short) ASCII).putInt(text.length);
      if (inline) {
        out.put(text).position(directoryEnd - 4);
      } else {
        out.putInt(directoryEnd).putInt(0).put(text);
      }
    }
    return out.array();
  }
}
