package org.assay.matching.hash;

/** Running sums down the columns of a picture, one whole row at a time. */
final class ColumnSums {
  private final float[] sums;

  ColumnSums(int columns) {
    sums = new float[columns];
  }

  /** The row at {@code at} enters the window. */
  void add(float[] rows, int at) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += rows[at + i];
    }
  }

  /** The row at {@code at} leaves the window. */
  void subtract(float[] rows, int at) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= rows[at + i];
    }
  }

  /** One row enters the window and then another leaves it: in one go, as it is the usual case. */
  void slide(float[] rows, int enter, int leave) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + rows[enter + i] - rows[leave + i];
    }
  }

  /** Writes the means over {@code count} rows to {@code out} from {@code at}. */
  void mean(int count, float[] out, int at) {
    float divisor = count;
    for (int i = 0; i < sums.length; i++) {
      out[at + i] = sums[i] / divisor;
    }
  }
}
