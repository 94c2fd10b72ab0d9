package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * How strong and how heavy-tailed each residual of the luma is, at full, half and quarter size.
 * Three values a filter: log of the mean magnitude, log of root mean square over mean magnitude,
 * and share of samples that are nearly zero.
 */
final class DifferenceMoments implements Statistic {
  private static final int SCALES = 3;
  private static final double NEARLY_ZERO = 0.6;

  /** Keeps the logarithm of a residual that is zero everywhere finite. */
  private static final double FLOOR = 0.01;

  @Override
  public int size() {
    return SCALES * Residual.ALL.size() * 3;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    Plane plane = tile.luma();
    for (int scale = 0; scale < SCALES; scale++) {
      for (Residual filter : Residual.ALL) {
        Plane residual = filter.of(plane);
        double magnitude = residual.meanMagnitude() + FLOOR;
        values.put((float) Math.log(magnitude));
        values.put((float) Math.log((residual.rootMeanSquare() + FLOOR) / magnitude));
        values.put((float) shareBelow(residual, NEARLY_ZERO));
      }
      plane = plane.halved();
    }
  }

  private static double shareBelow(Plane plane, double limit) {
    int count = 0;
    for (float sample : plane.samples()) {
      if (Math.abs(sample) < limit) {
        count++;
      }
    }
    return (double) count / plane.samples().length;
  }
}
