package org.assay.decoding;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;

/** Walks a WebP's chunks (RFC 9649) without decoding. */
final class WebpHeader {
  private long width;
  private long height;
  private boolean animated;
  private int orientation = 1;
  private long firstFrame = -1;
  private final List<String> damage = new ArrayList<>();

  private WebpHeader() {}

  static StillHeader read(Bytes file) throws MediaException {
    WebpHeader header = new WebpHeader();
    header.walk(file);
    if (header.width == 0) {
      throw new MediaException(
          "WebP of %d bytes: expected a 'VP8X', 'VP8 ' or 'VP8L' chunk, found none"
              .formatted(file.length()));
    }
    return new StillHeader(
        header.width, header.height, 8, header.animated, header.orientation, header.damage);
  }

  /** Position of the first animation frame chunk, or -1 for a still. */
  static long firstFrame(Bytes file) throws MediaException {
    WebpHeader header = new WebpHeader();
    header.walk(file);
    return header.firstFrame;
  }

  private void walk(Bytes file) throws MediaException {
    long claimed = file.u32(4, true) + 8;
    if (claimed > file.length()) {
      damage.add(
          "WebP is cut off: its header says %d bytes, found %d".formatted(claimed, file.length()));
    }
    long position = 12;
    while (file.has(position, 8)) {
      long length = file.u32(position + 4, true);
      long data = position + 8;
      switch (file.name(position)) {
        case "VP8X" -> {
          size(1 + file.u24Little(data + 4), 1 + file.u24Little(data + 7));
          animated = (file.u8(data) & 2) != 0;
        }
        case "VP8 " -> size(file.u16(data + 6, true) & 0x3FFF, file.u16(data + 8, true) & 0x3FFF);
        case "VP8L" -> {
          long packed = file.u32(data + 1, true);
          size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
        }
        case "ANMF" -> firstFrame = firstFrame < 0 ? position : firstFrame;
        case "EXIF" -> orientation = exif(file, data, Math.min(data + length, file.length()));
        default -> {}
      }
      position = data + length + (length & 1);
    }
  }

  private void size(long newWidth, long newHeight) {
    if (width == 0) {
      width = newWidth;
      height = newHeight;
    }
  }

  private static int exif(Bytes file, long start, long end) {
    // Some writers put the JPEG prefix in front, against the specification.
    return ExifOrientation.read(file, file.matches(start, "Exif\0\0") ? start + 6 : start, end);
  }
}
