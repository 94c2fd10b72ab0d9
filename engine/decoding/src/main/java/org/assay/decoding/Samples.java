package org.assay.decoding;

import java.util.Optional;
import org.assay.media.Alpha;
import org.assay.media.Raster;

/** Decoded samples, as stored in the file until they are turned upright. */
record Samples(Raster raster, Optional<Alpha> alpha) {

  /** As a viewer would show them; {@code this} for orientation 1. */
  Samples upright(int orientation) {
    if (orientation == 1) {
      return this;
    }
    int width = raster.widthPixels();
    int height = raster.heightPixels();
    int columns = Orientation.swapsSides(orientation) ? height : width;
    int rows = Orientation.swapsSides(orientation) ? width : height;
    return new Samples(
        new Raster(columns, rows, Orientation.apply(orientation, width, height, raster.rgb(), 3)),
        alpha.map(
            plane ->
                new Alpha(
                    columns,
                    rows,
                    Orientation.apply(orientation, width, height, plane.opacity(), 1))));
  }
}
