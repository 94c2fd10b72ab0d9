package org.assay.detection.statistics;

import org.assay.media.Raster;

/** A square of native pixels, 128 on a side, as planes with samples in [0, 255]. */
final class Tile {
  /** Columns and rows. */
  static final int SIDE = 128;

  private final Plane red;
  private final Plane green;
  private final Plane blue;
  private final Plane luma;
  private final Plane noise;

  private Tile(Plane red, Plane green, Plane blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
    float[] y = new float[SIDE * SIDE];
    for (int i = 0; i < y.length; i++) {
      y[i] = 0.299f * red.samples()[i] + 0.587f * green.samples()[i] + 0.114f * blue.samples()[i];
    }
    this.luma = new Plane(SIDE, SIDE, y);
    this.noise = Residual.SQUARE.of(luma);
  }

  /**
   * Copies the square whose upper left corner is ({@code left}, {@code top}).
   *
   * @throws IllegalArgumentException if it does not lie inside the picture
   */
  static Tile of(Raster raster, int left, int top) {
    if (left < 0
        || top < 0
        || left + SIDE > raster.widthPixels()
        || top + SIDE > raster.heightPixels()) {
      throw new IllegalArgumentException(
          "tile at %d, %d leaves the picture of %s".formatted(left, top, raster));
    }
    byte[] bytes = new byte[3 * SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      int from = 3 * ((top + y) * raster.widthPixels() + left);
      System.arraycopy(raster.rgb(), from, bytes, 3 * SIDE * y, 3 * SIDE);
    }
    return ofBytes(bytes, false);
  }

  /** A tile of interleaved samples, row-major: blue, green, red if {@code blueFirst}. */
  static Tile ofBytes(byte[] bytes, boolean blueFirst) {
    float[][] channels = new float[3][SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      for (int c = 0; c < 3; c++) {
        channels[blueFirst ? 2 - c : c][i] = bytes[3 * i + c] & 0xff;
      }
    }
    return new Tile(plane(channels[0]), plane(channels[1]), plane(channels[2]));
  }

  /** Interleaved samples, row-major: blue, green, red if {@code blueFirst}. */
  byte[] bytes(boolean blueFirst) {
    Plane[] channels = blueFirst ? new Plane[] {blue, green, red} : new Plane[] {red, green, blue};
    byte[] bytes = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      for (int c = 0; c < 3; c++) {
        bytes[3 * i + c] = (byte) channels[c].samples()[i];
      }
    }
    return bytes;
  }

  private static Plane plane(float[] samples) {
    return new Plane(SIDE, SIDE, samples);
  }

  Plane red() {
    return red;
  }

  Plane green() {
    return green;
  }

  Plane blue() {
    return blue;
  }

  /** Weighted as in ITU-R BT.601. */
  Plane luma() {
    return luma;
  }

  /** {@link Residual#SQUARE} of the luma, which several statistics look at. */
  Plane noise() {
    return noise;
  }

  /** Blue less luma, a chroma plane about 0. */
  Plane blueLessLuma() {
    return difference(blue, luma);
  }

  /** Red less luma, a chroma plane about 0. */
  Plane redLessLuma() {
    return difference(red, luma);
  }

  private static Plane difference(Plane one, Plane other) {
    float[] samples = new float[SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = one.samples()[i] - other.samples()[i];
    }
    return plane(samples);
  }
}
