package org.assay.decoding;

import java.util.List;
import org.assay.media.MediaException;

/** Reads the header of a Windows bitmap. */
final class BmpHeader {
  private BmpHeader() {}

  static StillHeader read(Bytes file) throws MediaException {
    long headerLength = file.u32(14, true);
    long width;
    long height;
    int bits;
    if (headerLength == 12) {
      width = file.u16(18, true);
      height = file.u16(20, true);
      bits = file.u16(24, true);
    } else {
      width = (int) file.u32(18, true);
      // A negative height means that the top row comes first.
      height = Math.abs((long) (int) file.u32(22, true));
      bits = file.u16(28, true);
    }
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32) {
      throw new MediaException("BMP bits a pixel: expected 1, 4, 8, 16, 24 or 32, found " + bits);
    }
    long compression = headerLength == 12 ? 0 : file.u32(30, true);
    if (compression > 3) {
      throw new MediaException("BMP compression: expected 0 to 3, found " + compression);
    }
    long missing = missingBytes(file, width, height, bits);
    List<String> damage =
        missing > 0
            ? List.of(
                "BMP is cut off: %d bytes of pixels are missing after byte %d"
                    .formatted(missing, file.length()))
            : List.of();
    return new StillHeader(width, height, Math.min(8, bits), false, 1, damage);
  }

  /** Bytes that an uncompressed bitmap lacks at its end; 0 for a compressed one. */
  static long missingBytes(Bytes file, long width, long height, int bits) throws MediaException {
    long headerLength = file.u32(14, true);
    long compression = headerLength == 12 ? 0 : file.u32(30, true);
    if (compression == 1 || compression == 2) {
      return 0;
    }
    long rowBytes = (width * bits + 31) / 32 * 4;
    return Math.max(0, file.u32(10, true) + rowBytes * height - file.length());
  }

  static int bits(Bytes file) throws MediaException {
    return file.u32(14, true) == 12 ? file.u16(24, true) : file.u16(28, true);
  }
}
