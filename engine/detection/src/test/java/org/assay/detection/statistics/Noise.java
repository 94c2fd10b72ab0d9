package org.assay.detection.statistics;

import java.nio.FloatBuffer;
import java.util.Random;
import org.assay.media.Raster;

/** Seeded pictures of noise. */
final class Noise {
  private Noise() {}

  /** Independent samples about grey. */
  static Raster white(int width, int height, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(128 + 20 * random.nextGaussian())));
    }
    return new Raster(width, height, rgb);
  }

  /** Noise of half the size, each sample repeated twice along both sides, then shifted. */
  static Raster repeated(int width, int height, int shift, long seed) {
    Raster half = white(width / 2 + 1, height / 2 + 1, seed);
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = ((y + shift) / 2) * half.widthPixels() + (x + shift) / 2;
        System.arraycopy(half.rgb(), 3 * from, rgb, 3 * (y * width + x), 3);
      }
    }
    return new Raster(width, height, rgb);
  }

  /** The rectangle of {@code raster} with its upper left corner at ({@code left}, {@code top}). */
  static Raster crop(Raster raster, int left, int top, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      int from = 3 * ((top + y) * raster.widthPixels() + left);
      System.arraycopy(raster.rgb(), from, rgb, 3 * y * width, 3 * width);
    }
    return new Raster(width, height, rgb);
  }

  /** The values that {@code statistic} measures on a picture of one tile. */
  static float[] measure(Statistic statistic, Raster raster) {
    FloatBuffer values = FloatBuffer.allocate(statistic.size());
    statistic.measure(Tile.of(raster, 0, 0), values);
    return values.array();
  }
}
