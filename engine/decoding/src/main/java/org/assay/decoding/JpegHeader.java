package org.assay.decoding;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;

/**
 * Walks a JPEG's markers from start to end (ISO/IEC 10918-1, Annex B) without decoding, as libjpeg
 * does: filler before a marker is skipped, restart markers belong to the scan.
 */
final class JpegHeader {
  /** A progressive picture has about ten; each costs a pass over all coefficients. */
  private static final int MOST_SCANS = 200;

  private final Bytes file;
  private final List<String> damage = new ArrayList<>();
  private long position = 2;
  private long width;
  private long height;
  private int bits;
  private int orientation;
  private int scans;

  private JpegHeader(Bytes file) {
    this.file = file;
  }

  static StillHeader read(Bytes file) throws MediaException {
    return new JpegHeader(file).walk();
  }

  /** Whether the damage says that the picture ends early: libjpeg then wants an end marker. */
  static boolean isCutOff(StillHeader header) {
    return header.damage().stream().anyMatch(sentence -> sentence.startsWith("JPEG is cut off"));
  }

  private StillHeader walk() throws MediaException {
    boolean ended = false;
    while (!ended && nextMarker()) {
      int marker = file.u8(position + 1);
      position += 2;
      if (marker == 0xD9) {
        ended = true;
      } else if (marker != 0x01 && marker != 0xD8 && (marker < 0xD0 || marker > 0xD7)) {
        if (!segment(marker)) {
          break;
        }
      }
    }
    if (width == 0) {
      throw new MediaException(
          "JPEG of %d bytes: expected a frame header, found none".formatted(file.length()));
    }
    if (scans == 0) {
      throw new MediaException(
          "JPEG of %d bytes: expected a scan after the headers, found none"
              .formatted(file.length()));
    }
    if (!ended) {
      damage.add(
          "JPEG is cut off: expected an end-of-image marker, found the end of the file at byte "
              + file.length());
    }
    return new StillHeader(width, height, bits, false, Math.max(1, orientation), damage);
  }

  /** Moves to the next {@code FF xx} that is a marker; inside a scan this skips its data. */
  private boolean nextMarker() {
    byte[] data = file.array();
    for (long at = position; at + 1 < data.length; at++) {
      if (data[(int) at] == (byte) 0xFF) {
        int next = data[(int) at + 1] & 0xFF;
        boolean inScan = scans > 0 && next >= 0xD0 && next <= 0xD7;
        if (next != 0 && next != 0xFF && !inScan) {
          position = at;
          return true;
        }
      }
    }
    return false;
  }

  private boolean segment(int marker) throws MediaException {
    if (!file.has(position, 2)) {
      return false;
    }
    int length = file.u16(position, false);
    if (length < 2 || !file.has(position, length)) {
      return false;
    }
    long end = position + length;
    boolean frameHeader =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frameHeader && length >= 8) {
      frame();
    } else if (marker == 0xE1 && orientation == 0 && file.matches(position + 2, "Exif\0\0")) {
      orientation = ExifOrientation.read(file, position + 8, end);
    } else if (marker == 0xDA && ++scans > MOST_SCANS) {
      throw new MediaException(
          "JPEG: more than %d scans, the last at byte %d".formatted(MOST_SCANS, position - 2));
    }
    position = end;
    return true;
  }

  private void frame() throws MediaException {
    if (width > 0) {
      // libjpeg refuses a second frame; a larger one must not slip by the limits either.
      throw new MediaException(
          "JPEG: expected one frame header, found a second at byte " + (position - 2));
    }
    bits = file.u8(position + 2);
    height = file.u16(position + 3, false);
    width = file.u16(position + 5, false);
    if (width == 0 || height == 0) {
      throw new MediaException(
          "JPEG frame header at byte %d claims %d x %d pixels: expected both above zero"
              .formatted(position - 2, width, height));
    }
  }
}
