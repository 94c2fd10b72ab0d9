package org.assay.matching.hash;

/** Running sums down the columns of a picture, one whole row at a time. */
final class ColumnSums {
  private final float[] sums;

  ColumnSums(int columns) {
    sums = new float[columns];
  }

  /** A row enters the window. */
  void add(float[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  /** A row leaves the window. */
  void subtract(float[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= row[i];
    }
  }

  /** One row enters the window and then another leaves it: in one go, as it is the usual case. */
  void slide(float[] entering, float[] leaving) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + entering[i] - leaving[i];
    }
  }

  /** Writes the means over {@code count} rows. */
  void mean(int count, float[] out) {
    float divisor = count;
    for (int i = 0; i < sums.length; i++) {
      out[i] = sums[i] / divisor;
    }
  }
}
