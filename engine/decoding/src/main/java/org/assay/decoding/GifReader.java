package org.assay.decoding;

import java.util.Optional;
import org.assay.media.Alpha;
import org.assay.media.MediaException;
import org.assay.media.Raster;

/**
 * Decodes the first picture of a GIF onto its canvas (GIF89a, appendix F for LZW). OpenCV 4.9 reads
 * no GIF, and the JDK's reader gives nothing for a file that is cut off.
 */
final class GifReader {
  private static final int MOST_CODES = 4_096;

  private final Bytes file;
  private long block;
  private int left;
  private int bits;
  private int bitCount;

  private GifReader(Bytes file, long firstBlock) {
    this.file = file;
    this.block = firstBlock;
  }

  /** The first picture; pixels that are not drawn are transparent and black. */
  static Samples read(Bytes file, StillHeader header) throws MediaException {
    GifHeader walked = GifHeader.walked(file);
    long frame = walked.firstFrame();
    int x = file.u16(frame + 1, true);
    int y = file.u16(frame + 3, true);
    int width = file.u16(frame + 5, true);
    int height = file.u16(frame + 7, true);
    int flags = file.u8(frame + 9);
    boolean local = (flags & 0x80) != 0;
    long palette = local ? frame + 10 : 13;
    int colours = GifHeader.paletteLength(local ? flags : file.u8(10)) / 3;
    file.require(palette, 3L * colours, "GIF palette");
    long canvasPixels = header.widthPixels() * header.heightPixels();
    if (width == 0 || height == 0 || (long) width * height > Math.max(canvasPixels, 1 << 16)) {
      throw new MediaException(
          "GIF image block at byte %d: %d x %d pixels do not fit a canvas of %d x %d"
              .formatted(frame, width, height, header.widthPixels(), header.heightPixels()));
    }
    long data = frame + 10 + (local ? 3L * colours : 0);
    byte[] indexes = new byte[width * height];
    int decoded = new GifReader(file, data + 1).decode(file.u8(data), indexes);
    if (decoded == 0) {
      throw new MediaException(
          "GIF image data at byte %d: expected %d pixels, found none"
              .formatted(data, indexes.length));
    }
    Canvas canvas = new Canvas((int) header.widthPixels(), (int) header.heightPixels());
    for (int i = 0; i < decoded; i++) {
      int row = (flags & 0x40) == 0 ? i / width : interlacedRow(i / width, height);
      int index = indexes[i] & 0xFF;
      if (index < colours && index != walked.transparentIndex()) {
        canvas.draw(x + i % width, y + row, file.array(), (int) palette + 3 * index);
      }
    }
    return canvas.samples();
  }

  /** Fills {@code out} as far as the data go; returns how far. */
  private int decode(int minimumBits, byte[] out) throws MediaException {
    if (minimumBits < 1 || minimumBits > 11) {
      throw new MediaException("GIF code size: expected 1 to 11, found " + minimumBits);
    }
    int clear = 1 << minimumBits;
    int[] prefix = new int[MOST_CODES];
    byte[] suffix = new byte[MOST_CODES];
    byte[] stack = new byte[MOST_CODES + 1];
    int next = clear + 2;
    int size = minimumBits + 1;
    int previous = -1;
    byte first = 0;
    int at = 0;
    while (at < out.length) {
      int code = code(size);
      if (code < 0 || code == clear + 1) {
        return at;
      }
      if (code == clear) {
        next = clear + 2;
        size = minimumBits + 1;
        previous = -1;
        continue;
      }
      if (code > next || (code == next && previous < 0) || (previous < 0 && code >= clear)) {
        return at;
      }
      int depth = 0;
      int walk = code;
      if (code == next) {
        stack[depth++] = first;
        walk = previous;
      }
      while (walk > clear) {
        stack[depth++] = suffix[walk];
        walk = prefix[walk];
      }
      first = (byte) walk;
      stack[depth++] = first;
      while (depth > 0 && at < out.length) {
        out[at++] = stack[--depth];
      }
      if (previous >= 0 && next < MOST_CODES) {
        prefix[next] = previous;
        suffix[next++] = first;
        if (next == 1 << size && size < 12) {
          size++;
        }
      }
      previous = code;
    }
    return at;
  }

  /** The next code of {@code size} bits, or -1 at the end of the data. */
  private int code(int size) throws MediaException {
    while (bitCount < size) {
      if (left == 0) {
        if (!file.has(block, 1)) {
          return -1;
        }
        left = file.u8(block++);
        if (left == 0) {
          return -1;
        }
      }
      if (!file.has(block, 1)) {
        return -1;
      }
      bits |= file.u8(block++) << bitCount;
      bitCount += 8;
      left--;
    }
    int code = bits & ((1 << size) - 1);
    bits >>>= size;
    bitCount -= size;
    return code;
  }

  private static int interlacedRow(int n, int height) {
    int eighths = (height + 7) / 8;
    int quarters = (height + 3) / 8;
    int halves = (height + 1) / 4;
    if (n < eighths) {
      return 8 * n;
    } else if (n < eighths + quarters) {
      return 8 * (n - eighths) + 4;
    } else if (n < eighths + quarters + halves) {
      return 4 * (n - eighths - quarters) + 2;
    }
    return 2 * (n - eighths - quarters - halves) + 1;
  }

  private static final class Canvas {
    private final int width;
    private final int height;
    private final byte[] rgb;
    private final byte[] opacity;

    Canvas(int width, int height) {
      this.width = width;
      this.height = height;
      rgb = new byte[3 * width * height];
      opacity = new byte[width * height];
    }

    void draw(int x, int y, byte[] palette, int from) {
      if (x < width && y < height) {
        System.arraycopy(palette, from, rgb, 3 * (y * width + x), 3);
        opacity[y * width + x] = (byte) 255;
      }
    }

    Samples samples() {
      boolean opaque = true;
      for (byte value : opacity) {
        opaque &= value == (byte) 255;
      }
      Optional<Alpha> alpha =
          opaque ? Optional.empty() : Optional.of(new Alpha(width, height, opacity));
      return new Samples(new Raster(width, height, rgb), alpha);
    }
  }
}
