package org.assay.decoding;

import java.util.List;
import org.assay.media.MediaException;

/** Reads the first image file directory of a TIFF (TIFF 6.0, section 2). */
final class TiffHeader {
  private static final int MOST_ENTRIES = 4_096;
  private static final int MOST_STRIPS = 1 << 20;

  private TiffHeader() {}

  static StillHeader read(Bytes file) throws MediaException {
    boolean little = file.matches(0, "II");
    if (file.u16(2, little) != 42) {
      throw new MediaException("TIFF version at byte 2: expected 42, found " + file.u16(2, little));
    }
    long directory = file.u32(4, little);
    int entries = file.u16(directory, little);
    if (entries == 0 || entries > MOST_ENTRIES) {
      throw new MediaException(
          "TIFF directory at byte %d: expected 1 to %d entries, found %d"
              .formatted(directory, MOST_ENTRIES, entries));
    }
    file.require(directory + 2, 12L * entries, "TIFF directory of " + entries + " entries");
    long width = 0;
    long height = 0;
    int bits = 1;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      int tag = file.u16(entry, little);
      switch (tag) {
        case 0x100 -> width = number(file, entry, little);
        case 0x101 -> height = number(file, entry, little);
        case 0x102 -> bits = bits(file, entry, little);
        case 0x111, 0x117, 0x144, 0x145 -> checkCount(file, entry, tag, little);
        default -> {}
      }
    }
    long next = directory + 2 + 12L * entries;
    boolean more = file.has(next, 4) && file.u32(next, little) != 0;
    int orientation = ExifOrientation.read(file, 0, file.length());
    return new StillHeader(width, height, bits, more, orientation, List.of());
  }

  private static void checkCount(Bytes file, long entry, int tag, boolean little)
      throws MediaException {
    long count = file.u32(entry + 4, little);
    if (count > MOST_STRIPS) {
      throw new MediaException(
          "TIFF tag %d at byte %d: expected at most %d values, found %d"
              .formatted(tag, entry, MOST_STRIPS, count));
    }
  }

  private static long number(Bytes file, long entry, boolean little) throws MediaException {
    int type = file.u16(entry + 2, little);
    return type == 3 ? file.u16(entry + 8, little) : file.u32(entry + 8, little);
  }

  private static int bits(Bytes file, long entry, boolean little) throws MediaException {
    long count = file.u32(entry + 4, little);
    return file.u16(count <= 2 ? entry + 8 : file.u32(entry + 8, little), little);
  }
}
