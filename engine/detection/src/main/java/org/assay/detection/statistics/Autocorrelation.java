package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * How much a residual sample foretells the one some pixels away: interpolation ties neighbours
 * together, up-sampling and block coding tie samples a period apart.
 *
 * @see <a href="https://doi.org/10.1109/TSP.2004.839932">Popescu and Farid, 2005</a>
 */
final class Autocorrelation implements Statistic {
  private static final int REACH = 4;
  private static final int[] FAR = {8, 16};

  @Override
  public int size() {
    return (REACH + 1) * (REACH + 1) - 1 + 2 * FAR.length;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    Plane residual = tile.noise();
    double power = residual.rootMeanSquare();
    double variance = power * power + 1e-3;
    for (int down = 0; down <= REACH; down++) {
      for (int right = 0; right <= REACH; right++) {
        if (down + right > 0) {
          double product = product(residual, right, down);
          if (down > 0 && right > 0) {
            product = (product + product(residual, -right, down)) / 2;
          }
          values.put((float) (product / variance));
        }
      }
    }
    for (int lag : FAR) {
      values.put((float) (product(residual, lag, 0) / variance));
      values.put((float) (product(residual, 0, lag) / variance));
    }
  }

  private static double product(Plane plane, int right, int down) {
    float[] samples = plane.samples();
    int shift = down * plane.width() + right;
    int first = Math.max(0, -right);
    int last = plane.width() - Math.max(0, right);
    double sum = 0;
    for (int y = 0; y < plane.height() - down; y++) {
      int row = y * plane.width();
      float rowSum = 0;
      for (int x = first; x < last; x++) {
        rowSum += samples[row + x] * samples[row + x + shift];
      }
      sum += rowSum;
    }
    return sum / ((double) (plane.height() - down) * (last - first));
  }
}
