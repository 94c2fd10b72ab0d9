package org.assay.detection.statistics;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * How often neighbouring residual samples take each pair of values, after rounding to five levels.
 *
 * <p>Pairs that differ in sign or order alone are counted together, which leaves nine classes; the
 * root of each share is given. Each residual is rounded twice: with a fixed step, and with a step
 * relative to its own strength, which contrast cannot change.
 *
 * @see <a href="https://doi.org/10.1109/TIFS.2010.2045842">Pevný, Bas and Fridrich, 2010</a>
 */
final class CoOccurrences implements Statistic {
  private static final int LEVELS = 2;
  private static final int SPAN = 2 * LEVELS + 1;
  private static final int CLASSES = 9;
  private static final int[] CLASS_OF_PAIR = classes();
  private static final double FIXED_STEP = 1.5;
  private static final double RELATIVE_STEP = 0.8;
  private static final double LEAST_STEP = 0.05;

  @Override
  public int size() {
    return 3 * 2 * 2 * CLASSES;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    Plane luma = tile.luma();
    count(Residual.HORIZONTAL.of(luma), Residual.VERTICAL.of(luma), values);
    count(Residual.HORIZONTAL_SECOND.of(luma), Residual.VERTICAL_SECOND.of(luma), values);
    Plane square = tile.noise();
    count(square, square, values);
  }

  /** Pairs along the filter's direction, then across it, rows and columns pooled. */
  private static void count(Plane rows, Plane columns, FloatBuffer values) {
    double strength = (rows.meanMagnitude() + columns.meanMagnitude()) / 2;
    for (double step : new double[] {FIXED_STEP, Math.max(LEAST_STEP, RELATIVE_STEP * strength)}) {
      byte[] roundedRows = rounded(rows, step);
      byte[] roundedColumns = rounded(columns, step);
      int[] along = new int[SPAN * SPAN];
      int[] across = new int[SPAN * SPAN];
      pairs(roundedRows, rows, 1, 0, along);
      pairs(roundedColumns, columns, 0, 1, along);
      pairs(roundedRows, rows, 0, 1, across);
      pairs(roundedColumns, columns, 1, 0, across);
      putShares(along, values);
      putShares(across, values);
    }
  }

  /** Levels of the residual, 0 to 4; 2 is nearly zero. */
  private static byte[] rounded(Plane plane, double step) {
    float scale = (float) (1 / step);
    float[] samples = plane.samples();
    byte[] levels = new byte[samples.length];
    for (int i = 0; i < levels.length; i++) {
      // Clamping integers is several times faster here than clamping floats.
      int level = (int) (samples[i] * scale + LEVELS + 0.5f);
      levels[i] = (byte) Math.max(0, Math.min(2 * LEVELS, level));
    }
    return levels;
  }

  private static void pairs(byte[] levels, Plane plane, int right, int down, int[] counts) {
    int shift = down * plane.width() + right;
    int columns = plane.width() - right;
    for (int y = 0; y < plane.height() - down; y++) {
      int row = y * plane.width();
      for (int i = row; i < row + columns; i++) {
        counts[levels[i] * SPAN + levels[i + shift]]++;
      }
    }
  }

  private static void putShares(int[] pairs, FloatBuffer values) {
    double[] counts = new double[CLASSES];
    double total = 0;
    for (int pair = 0; pair < pairs.length; pair++) {
      counts[CLASS_OF_PAIR[pair]] += pairs[pair];
      total += pairs[pair];
    }
    for (double count : counts) {
      values.put((float) Math.sqrt(count / total));
    }
  }

  private static int pair(int first, int second) {
    return (first + LEVELS) * SPAN + second + LEVELS;
  }

  private static int[] classes() {
    int[] classes = new int[SPAN * SPAN];
    Arrays.fill(classes, -1);
    int next = 0;
    for (int a = -LEVELS; a <= LEVELS; a++) {
      for (int b = -LEVELS; b <= LEVELS; b++) {
        if (classes[pair(a, b)] < 0) {
          classes[pair(a, b)] = next;
          classes[pair(b, a)] = next;
          classes[pair(-a, -b)] = next;
          classes[pair(-b, -a)] = next;
          next++;
        }
      }
    }
    return classes;
  }
}
