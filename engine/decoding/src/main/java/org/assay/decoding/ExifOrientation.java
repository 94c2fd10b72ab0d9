package org.assay.decoding;

import java.util.OptionalLong;
import org.assay.media.MediaException;

/** Finds the orientation tag in an EXIF block: a TIFF structure inside another file. */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int MOST_ENTRIES = 1_024;

  private ExifOrientation() {}

  /**
   * The orientation in the EXIF block at {@code start}, 1 if there is none or it is not 1 to 8.
   *
   * @param end position after the block; nothing beyond it is read
   */
  static int read(Bytes file, long start, long end) {
    try {
      OptionalLong at = valuePosition(file, start, end);
      if (at.isEmpty()) {
        return 1;
      }
      int value = file.u16(at.getAsLong(), file.matches(start, "II"));
      return value >= 1 && value <= 8 ? value : 1;
    } catch (MediaException outsideFile) {
      // A viewer shows a picture with broken EXIF as it is stored.
      return 1;
    }
  }

  /** Where the orientation's two bytes lie, so that a TIFF can be decoded as stored. */
  static OptionalLong valuePosition(Bytes file, long start, long end) throws MediaException {
    if (end - start < 8 || !(file.matches(start, "II*\0") || file.matches(start, "MM\0*"))) {
      return OptionalLong.empty();
    }
    boolean little = file.matches(start, "II");
    long directory = start + file.u32(start + 4, little);
    if (directory + 2 > end) {
      return OptionalLong.empty();
    }
    int entries = Math.min(MOST_ENTRIES, file.u16(directory, little));
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > end) {
        return OptionalLong.empty();
      }
      if (file.u16(entry, little) == TAG) {
        return OptionalLong.of(entry + 8);
      }
    }
    return OptionalLong.empty();
  }
}
