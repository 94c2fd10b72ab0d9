package org.assay.matching.hash;

import java.util.Random;
import org.assay.media.Raster;

/** Seeded pictures and turned ones. */
public final class Pictures {
  private Pictures() {}

  /** Blocks of random colours: much structure, and nothing alike with another seed. */
  public static Raster noise(int width, int height, Random random) {
    int blocks = 16;
    byte[] colours = new byte[3 * blocks * blocks];
    random.nextBytes(colours);
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int block = y * blocks / height * blocks + x * blocks / width;
        System.arraycopy(colours, 3 * block, rgb, 3 * (y * width + x), 3);
      }
    }
    return new Raster(width, height, rgb);
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
