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

  private static final int[][] RING_OF = new int[SIZE / 2][SIZE];
  private static final int[] RING_COUNTS = new int[RINGS];
  private static final int[][] SECTOR_COUNTS = new int[3][COARSE_RINGS];

  static {
    for (int y = 0; y < SIZE / 2; y++) {
      for (int x = -SIZE / 2 + 1; x < SIZE / 2; x++) {
        double radius = Math.hypot(x, y) / (SIZE / 2.0);
        boolean counted = radius < 1 && (y > 0 || x > 0);
        int ring = counted ? (int) (radius * RINGS) : -1;
        RING_OF[y][x + SIZE / 2] = ring;
        if (counted) {
          RING_COUNTS[ring]++;
          SECTOR_COUNTS[sector(x, y)][ring * COARSE_RINGS / RINGS]++;
        }
      }
    }
  }

  @Override
  public int size() {
    return RINGS + 2 * COARSE_RINGS + 2 * PERIODS.length;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    double[] power = Fourier.logPower(tile.luma());
    double[] rings = new double[RINGS];
    double[][] sectors = new double[3][COARSE_RINGS];
    // The other half of the plane mirrors this one.
    for (int y = 0; y < SIZE / 2; y++) {
      for (int x = -SIZE / 2 + 1; x < SIZE / 2; x++) {
        int ring = RING_OF[y][x + SIZE / 2];
        if (ring >= 0) {
          double value = at(power, x, y);
          rings[ring] += value;
          sectors[sector(x, y)][ring * COARSE_RINGS / RINGS] += value;
        }
      }
    }
    for (int i = 0; i < RINGS; i++) {
      values.put((float) (rings[i] / RING_COUNTS[i]));
    }
    for (int axis = 0; axis < 2; axis++) {
      for (int i = 0; i < COARSE_RINGS; i++) {
        double diagonal = sectors[2][i] / SECTOR_COUNTS[2][i];
        values.put((float) (sectors[axis][i] / SECTOR_COUNTS[axis][i] - diagonal));
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
