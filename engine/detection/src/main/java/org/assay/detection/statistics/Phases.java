package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * Whether residuals are stronger at some columns or rows of a period of 2, 4 or 8 pixels, or at
 * some cell of the two by two lattice, wherever the period starts. Up-sampling by transposed
 * convolution or nearest neighbour, block coding and colour filter arrays all do that.
 *
 * @see <a href="https://arxiv.org/abs/2312.10461">Tan and others, 2024 (NPR)</a>
 */
final class Phases implements Statistic {
  private static final int[] PERIODS = {2, 4, 8};
  private static final double FLOOR = 0.02;

  @Override
  public int size() {
    return 2 * PERIODS.length + 2 + 4;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    Plane rows = Residual.HORIZONTAL.of(tile.luma());
    Plane columns = Residual.VERTICAL.of(tile.luma());
    for (int period : PERIODS) {
      values.put((float) spread(phases(rows, period, true)));
      values.put((float) spread(phases(columns, period, false)));
    }
    values.put((float) blockEdge(phases(rows, 8, true)));
    values.put((float) blockEdge(phases(columns, 8, false)));
    for (Plane plane :
        new Plane[] {tile.luma(), tile.green(), tile.blueLessLuma(), tile.redLessLuma()}) {
      values.put((float) spread(lattice(Residual.DIAGONAL.of(plane))));
    }
  }

  /** Mean magnitude at each column (or row) of the period. */
  private static double[] phases(Plane plane, int period, boolean byColumn) {
    double[] lines = lines(plane, byColumn);
    double[] sums = new double[period];
    int[] counts = new int[period];
    for (int i = 0; i < lines.length; i++) {
      sums[i % period] += lines[i];
      counts[i % period]++;
    }
    for (int i = 0; i < period; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** Mean magnitude of each column (or row). */
  private static double[] lines(Plane plane, boolean byColumn) {
    double[] sums = new double[byColumn ? plane.width() : plane.height()];
    double scale = (double) sums.length / plane.samples().length;
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        sums[byColumn ? x : y] += Math.abs(plane.at(x, y)) * scale;
      }
    }
    return sums;
  }

  private static double[] lattice(Plane plane) {
    double[] sums = new double[4];
    for (int y = 0; y < plane.height(); y++) {
      int row = 2 * (y & 1);
      for (int x = 0; x < plane.width(); x++) {
        sums[row + (x & 1)] += Math.abs(plane.at(x, y));
      }
    }
    for (int i = 0; i < 4; i++) {
      sums[i] /= plane.samples().length / 4.0;
    }
    return sums;
  }

  /** Range over mean; does not depend on where the period starts. */
  private static double spread(double[] phases) {
    double least = phases[0];
    double most = phases[0];
    double sum = 0;
    for (double phase : phases) {
      least = Math.min(least, phase);
      most = Math.max(most, phase);
      sum += phase;
    }
    return (most - least) / (sum / phases.length + FLOOR);
  }

  /** Log of the step over the tile's own block edges against the mean of the steps inside. */
  private static double blockEdge(double[] phases) {
    double inside = 0;
    for (int i = 0; i < 7; i++) {
      inside += phases[i] / 7;
    }
    return Math.log((phases[7] + FLOOR) / (inside + FLOOR));
  }
}
