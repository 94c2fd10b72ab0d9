package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * Shape of the luma's power spectrum: log power by distance from the centre and, more coarsely,
 * along rows and columns against the diagonals; and peaks at periods of 2, 4 and 8 pixels, which
 * up-sampling and block coding leave.
 *
 * @see <a href="https://arxiv.org/abs/1911.00686">Durall and others, 2019</a>
 */
final class Spectrum implements Statistic {
  private static final int SIZE = Tile.SIDE;
  private static final int RINGS = 32;
  private static final int COARSE_RINGS = 8;
  private static final int[] PERIODS = {2, 4, 8};

  @Override
  public int size() {
    return RINGS + 2 * COARSE_RINGS + 2 * PERIODS.length;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    double[] power = Fourier.logPower(tile.luma());
    double[] rings = new double[RINGS];
    int[] ringCounts = new int[RINGS];
    double[][] sectors = new double[3][COARSE_RINGS];
    int[][] sectorCounts = new int[3][COARSE_RINGS];
    for (int y = -SIZE / 2 + 1; y < SIZE / 2; y++) {
      for (int x = -SIZE / 2 + 1; x < SIZE / 2; x++) {
        double radius = Math.hypot(x, y) / (SIZE / 2.0);
        if (radius < 1 && (x != 0 || y != 0)) {
          double value = at(power, x, y);
          int ring = (int) (radius * RINGS);
          rings[ring] += value;
          ringCounts[ring]++;
          int coarse = (int) (radius * COARSE_RINGS);
          sectors[sector(x, y)][coarse] += value;
          sectorCounts[sector(x, y)][coarse]++;
        }
      }
    }
    for (int i = 0; i < RINGS; i++) {
      values.put((float) (rings[i] / ringCounts[i]));
    }
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < COARSE_RINGS; i++) {
        double diagonal = sectors[2][i] / sectorCounts[2][i];
        values.put((float) (sectors[axis][i] / sectorCounts[axis][i] - diagonal));
      }
    }
    for (int period : PERIODS) {
      putPeaks(power, period, values);
    }
  }

  /** 0 near the horizontal axis, 1 near the vertical one, 2 between them. */
  private static int sector(int x, int y) {
    double tangent = 0.4142;
    if (Math.abs(y) <= tangent * Math.abs(x)) {
      return 0;
    }
    return Math.abs(x) <= tangent * Math.abs(y) ? 1 : 2;
  }

  /** How far frequencies of this period, but of no shorter one, stand out: on an axis, and off. */
  private static void putPeaks(double[] power, int period, FloatBuffer values) {
    double[] sums = new double[2];
    int[] counts = new int[2];
    int step = SIZE / period;
    for (int j = 0; j <= period / 2; j++) {
      for (int i = 0; i <= period / 2; i++) {
        boolean shorter = period > 2 && i % 2 == 0 && j % 2 == 0;
        if (!shorter && i + j > 0) {
          int kind = i == 0 || j == 0 ? 0 : 1;
          sums[kind] += excess(power, i * step, j * step);
          sums[kind] += excess(power, i * step, -j * step);
          counts[kind] += 2;
        }
      }
    }
    values.put((float) (sums[0] / counts[0]));
    values.put((float) (sums[1] / counts[1]));
  }

  /** Log power above the mean of the ring two to four steps away. */
  private static double excess(double[] power, int x, int y) {
    double around = 0;
    int count = 0;
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) >= 2 && (x + dx != 0 || y + dy != 0)) {
          around += at(power, x + dx, y + dy);
          count++;
        }
      }
    }
    return at(power, x, y) - around / count;
  }

  private static double at(double[] power, int x, int y) {
    return power[Math.floorMod(y, SIZE) * SIZE + Math.floorMod(x, SIZE)];
  }
}
