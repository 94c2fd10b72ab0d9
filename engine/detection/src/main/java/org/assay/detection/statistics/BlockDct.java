package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * Energy of the luma by frequency of an eight by eight DCT, on the tile's own grid and on the grid
 * moved by half a block, where a JPEG of the same picture leaves no trace.
 *
 * <p>Frequencies (u, v) and (v, u) are pooled: 35 classes without DC. Values: log mean magnitude on
 * the own grid; the same less the moved grid's; and for each u + v how heavy the tails are.
 */
final class BlockDct implements Statistic {
  private static final int BLOCK = 8;
  private static final int CLASSES = 35;
  private static final int DIAGONALS = 14;
  private static final double FLOOR = 0.02;
  private static final float[] BASIS = basis();

  @Override
  public int size() {
    return 2 * CLASSES + DIAGONALS;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    double[] magnitude = new double[BLOCK * BLOCK];
    double[] square = new double[BLOCK * BLOCK];
    energies(tile.luma(), 0, magnitude, square);
    double[] movedMagnitude = new double[BLOCK * BLOCK];
    energies(tile.luma(), BLOCK / 2, movedMagnitude, new double[BLOCK * BLOCK]);
    double[] own = logarithmsByClass(magnitude);
    double[] moved = logarithmsByClass(movedMagnitude);
    for (int i = 0; i < CLASSES; i++) {
      values.put((float) own[i]);
    }
    for (int i = 0; i < CLASSES; i++) {
      values.put((float) (own[i] - moved[i]));
    }
    for (int diagonal = 1; diagonal <= DIAGONALS; diagonal++) {
      values.put((float) tail(magnitude, square, diagonal));
    }
  }

  private static void energies(Plane plane, int offset, double[] magnitude, double[] square) {
    float[] half = new float[BLOCK * BLOCK];
    int blocks = 0;
    for (int top = offset; top + BLOCK <= plane.height(); top += BLOCK) {
      for (int left = offset; left + BLOCK <= plane.width(); left += BLOCK) {
        rows(plane, left, top, half);
        columns(half, magnitude, square);
        blocks++;
      }
    }
    for (int i = 0; i < magnitude.length; i++) {
      magnitude[i] /= blocks;
      square[i] /= blocks;
    }
  }

  private static void rows(Plane plane, int left, int top, float[] half) {
    for (int y = 0; y < BLOCK; y++) {
      int from = (top + y) * plane.width() + left;
      for (int u = 0; u < BLOCK; u++) {
        float sum = 0;
        for (int x = 0; x < BLOCK; x++) {
          sum += BASIS[u * BLOCK + x] * plane.samples()[from + x];
        }
        half[y * BLOCK + u] = sum;
      }
    }
  }

  private static void columns(float[] half, double[] magnitude, double[] square) {
    for (int v = 0; v < BLOCK; v++) {
      for (int u = 0; u < BLOCK; u++) {
        float sum = 0;
        for (int y = 0; y < BLOCK; y++) {
          sum += BASIS[v * BLOCK + y] * half[y * BLOCK + u];
        }
        magnitude[v * BLOCK + u] += Math.abs(sum);
        square[v * BLOCK + u] += (double) sum * sum;
      }
    }
  }

  private static double[] logarithmsByClass(double[] energy) {
    double[] logarithms = new double[CLASSES];
    int next = 0;
    for (int v = 0; v < BLOCK; v++) {
      for (int u = v; u < BLOCK; u++) {
        if (u + v > 0) {
          double pooled = (energy[v * BLOCK + u] + energy[u * BLOCK + v]) / 2;
          logarithms[next++] = Math.log(pooled + FLOOR);
        }
      }
    }
    return logarithms;
  }

  private static double tail(double[] magnitude, double[] square, int diagonal) {
    double magnitudes = 0;
    double squares = 0;
    int count = 0;
    for (int v = Math.max(0, diagonal - BLOCK + 1); v <= Math.min(BLOCK - 1, diagonal); v++) {
      magnitudes += magnitude[v * BLOCK + diagonal - v];
      squares += square[v * BLOCK + diagonal - v];
      count++;
    }
    return Math.log((Math.sqrt(squares / count) + FLOOR) / (magnitudes / count + FLOOR));
  }

  private static float[] basis() {
    float[] basis = new float[BLOCK * BLOCK];
    for (int u = 0; u < BLOCK; u++) {
      double scale = Math.sqrt((u == 0 ? 1.0 : 2.0) / BLOCK);
      for (int x = 0; x < BLOCK; x++) {
        basis[u * BLOCK + x] = (float) (scale * Math.cos((2 * x + 1) * u * Math.PI / (2 * BLOCK)));
      }
    }
    return basis;
  }
}
