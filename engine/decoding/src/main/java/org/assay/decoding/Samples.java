package org.assay.decoding;

import java.util.Optional;
import org.assay.media.Alpha;
import org.assay.media.Raster;

/**
 * Decoded samples as stored in the file, before orientation.
 *
 * @param rgb row-major, red, green, blue interleaved
 * @param opacity row-major, one byte a pixel; empty when the file has no alpha
 */
record Samples(int widthPixels, int heightPixels, byte[] rgb, Optional<byte[]> opacity) {

  Raster uprightRaster(int orientation) {
    byte[] upright = Orientation.apply(orientation, widthPixels, heightPixels, rgb, 3);
    return new Raster(columns(orientation), rows(orientation), upright);
  }

  Optional<Alpha> uprightAlpha(int orientation) {
    return opacity
        .map(plane -> Orientation.apply(orientation, widthPixels, heightPixels, plane, 1))
        .map(plane -> new Alpha(columns(orientation), rows(orientation), plane));
  }

  private int columns(int orientation) {
    return Orientation.swapsSides(orientation) ? heightPixels : widthPixels;
  }

  private int rows(int orientation) {
    return Orientation.swapsSides(orientation) ? widthPixels : heightPixels;
  }
}
