package org.assay.decoding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.Raster;

/** Reads the binary portable pixmaps that the FFmpeg child writes, one after the other. */
final class PpmReader {
  private static final int LONGEST_NUMBER = 9;

  private final InputStream input;

  PpmReader(InputStream input) {
    this.input = input;
  }

  /** Checks a picture's size before memory is taken for it. */
  @FunctionalInterface
  interface SizeCheck {
    void check(long widthPixels, long heightPixels) throws MediaException;
  }

  /** The next picture; empty at the end of the stream. */
  Optional<Raster> next(SizeCheck sizeCheck) throws IOException, MediaException {
    int first = input.read();
    if (first < 0) {
      return Optional.empty();
    }
    if (first != 'P' || input.read() != '6' || input.read() != '\n') {
      throw new MediaException("ffmpeg's output: expected a picture, found byte " + first);
    }
    int width = number();
    int height = number();
    int largest = number();
    if (largest != 255) {
      throw new MediaException("ffmpeg's output: expected samples up to 255, found " + largest);
    }
    sizeCheck.check(width, height);
    byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    if (input.readNBytes(rgb, 0, rgb.length) < rgb.length) {
      throw new EOFException("a picture of %d x %d pixels ends early".formatted(width, height));
    }
    return Optional.of(new Raster(width, height, rgb));
  }

  private int number() throws IOException {
    int value = 0;
    for (int digits = 0; digits <= LONGEST_NUMBER; digits++) {
      int c = input.read();
      if (c == ' ' || c == '\n') {
        return value;
      }
      if (c < '0' || c > '9') {
        throw new IOException("expected a digit in a picture's header, found " + c);
      }
      value = 10 * value + c - '0';
    }
    throw new IOException("a number in a picture's header is too long");
  }
}
