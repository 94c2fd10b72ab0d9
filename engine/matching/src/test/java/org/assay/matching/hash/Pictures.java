package org.assay.matching.hash;

import java.util.Random;
import org.assay.media.Raster;

/** Seeded pictures and turned ones. */
public final class Pictures {
  private static final int CELLS = 12;

  private Pictures() {}

  /** Random colours at the knots of a grid, smooth in between: nothing alike with another seed. */
  public static Raster clouds(int width, int height, Random random) {
    byte[] knots = new byte[3 * (CELLS + 1) * (CELLS + 1)];
    random.nextBytes(knots);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      int column = i / 3 % width;
      int row = i / 3 / width;
      double x = (double) CELLS * column / width;
      double y = (double) CELLS * row / height;
      double upper = between(knots, (int) y, x, i % 3);
      double lower = between(knots, (int) y + 1, x, i % 3);
      rgb[i] = (byte) Math.round(upper + (y - (int) y) * (lower - upper));
    }
    return new Raster(width, height, rgb);
  }

  private static double between(byte[] knots, int row, double x, int channel) {
    int left = 3 * (row * (CELLS + 1) + (int) x) + channel;
    int from = knots[left] & 0xff;
    int to = knots[left + 3] & 0xff;
    return from + (x - (int) x) * (to - from);
  }

  /** The picture after a transform, moved pixel by pixel. */
  public static Raster turned(Raster raster, Transform transform) {
    boolean swapped =
        switch (transform) {
          case ROT90, ROT270, FLIPPLUS1, FLIPMINUS1 -> true;
          case IDENTITY, ROT180, FLIPX, FLIPY -> false;
        };
    int width = swapped ? raster.heightPixels() : raster.widthPixels();
    int height = swapped ? raster.widthPixels() : raster.heightPixels();
    int right = raster.widthPixels() - 1;
    int bottom = raster.heightPixels() - 1;
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (transform) {
              case IDENTITY, FLIPX -> x;
              case ROT180, FLIPY -> right - x;
              case ROT90, FLIPMINUS1 -> right - y;
              case ROT270, FLIPPLUS1 -> y;
            };
        int fromY =
            switch (transform) {
              case IDENTITY, FLIPY -> y;
              case ROT180, FLIPX -> bottom - y;
              case ROT90, FLIPPLUS1 -> x;
              case ROT270, FLIPMINUS1 -> bottom - x;
            };
        int from = 3 * (fromY * raster.widthPixels() + fromX);
        System.arraycopy(raster.rgb(), from, rgb, 3 * (y * width + x), 3);
      }
    }
    return new Raster(width, height, rgb);
  }
}
