package org.assay.decoding;

import org.assay.media.MediaException;

/** Checks the sizes that a HEIF file's item properties claim (ISO/IEC 23008-12, 6.5.3). */
final class IsoImageSize {
  private static final int MOST_BOXES = 4_096;

  private IsoImageSize() {}

  /**
   * Checks every {@code ispe} box, of which one is the whole picture's.
   *
   * @throws MediaException if one is beyond the limits
   */
  static void check(Bytes file, String format, Limits limits) throws MediaException {
    walk(file, 0, file.length(), format, limits);
  }

  private static void walk(Bytes file, long start, long end, String format, Limits limits)
      throws MediaException {
    long position = start;
    for (int i = 0; i < MOST_BOXES && position + 8 <= end; i++) {
      long length = file.u32(position, false);
      long header = 8;
      if (length == 1 && position + 16 <= end) {
        length = file.u32(position + 8, false) << 32 | file.u32(position + 12, false);
        header = 16;
      } else if (length == 0) {
        length = end - position;
      }
      if (length < header || length > end - position) {
        return; // cut off or broken: what can be decoded of it shows later
      }
      switch (file.name(position + 4)) {
        case "meta" -> walk(file, position + header + 4, position + length, format, limits);
        case "iprp", "ipco" -> walk(file, position + header, position + length, format, limits);
        case "ispe" -> {
          file.require(position + header, 12, "box 'ispe'");
          long width = file.u32(position + header + 4, false);
          limits.checkStill(format, width, file.u32(position + header + 8, false));
        }
        default -> {}
      }
      position += length;
    }
  }
}
