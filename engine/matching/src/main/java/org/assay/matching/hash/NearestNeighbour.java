package org.assay.matching.hash;

import org.assay.media.Raster;

/** The first step of {@code pdq/ref512}: nearest neighbour, without keeping the aspect. */
final class NearestNeighbour {
  private static final int SIDE = 512;

  private NearestNeighbour() {}

  /** The picture itself if neither side is over 512 pixels, otherwise 512 x 512 of its pixels. */
  static Raster to512(Raster raster) {
    int width = raster.widthPixels();
    int height = raster.heightPixels();
    if (width <= SIDE && height <= SIDE) {
      return raster;
    }
    byte[] from = raster.rgb();
    byte[] to = new byte[3 * SIDE * SIDE];
    int out = 0;
    for (int y = 0; y < SIDE; y++) {
      long row = (long) y * height / SIDE * width;
      for (int x = 0; x < SIDE; x++) {
        int in = (int) (3 * (row + (long) x * width / SIDE));
        to[out++] = from[in];
        to[out++] = from[in + 1];
        to[out++] = from[in + 2];
      }
    }
    return new Raster(SIDE, SIDE, to);
  }
}
