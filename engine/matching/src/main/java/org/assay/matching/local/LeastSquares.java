package org.assay.matching.local;

import java.util.Optional;

/** Fits mappings to pairs of points. */
final class LeastSquares {
  private static final double SINGULAR = 1e-10;

  /** Pairs of points, in any unit; for a stable fit best about 0 and of size 1. */
  interface Pairs {
    int count();

    /** Fills x and y of the one side, then of the other. */
    void read(int index, double[] into);
  }

  private LeastSquares() {}

  /** Shift, turn and one scale; empty if the points do not determine it. */
  static Optional<Homography> similarity(Pairs pairs) {
    double[] p = new double[4];
    Normal normal = new Normal(4);
    for (int i = 0; i < pairs.count(); i++) {
      pairs.read(i, p);
      normal.add(new double[] {p[0], -p[1], 1, 0}, p[2]);
      normal.add(new double[] {p[1], p[0], 0, 1}, p[3]);
    }
    return normal.solve().map(s -> Homography.affine(s[0], -s[1], s[2], s[1], s[0], s[3]));
  }

  /** Six free values; empty if the points do not determine them. */
  static Optional<Homography> affine(Pairs pairs) {
    double[] p = new double[4];
    Normal normal = new Normal(6);
    for (int i = 0; i < pairs.count(); i++) {
      pairs.read(i, p);
      normal.add(new double[] {p[0], p[1], 1, 0, 0, 0}, p[2]);
      normal.add(new double[] {0, 0, 0, p[0], p[1], 1}, p[3]);
    }
    return normal.solve().map(s -> Homography.affine(s[0], s[1], s[2], s[3], s[4], s[5]));
  }

  /** Eight free values; empty if the points do not determine them. */
  static Optional<Homography> homography(Pairs pairs) {
    double[] p = new double[4];
    Normal normal = new Normal(8);
    for (int i = 0; i < pairs.count(); i++) {
      pairs.read(i, p);
      normal.add(new double[] {p[0], p[1], 1, 0, 0, 0, -p[0] * p[2], -p[1] * p[2]}, p[2]);
      normal.add(new double[] {0, 0, 0, p[0], p[1], 1, -p[0] * p[3], -p[1] * p[3]}, p[3]);
    }
    return normal
        .solve()
        .map(s -> new Homography(new double[] {s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], 1}));
  }

  /** The normal equations, added up row by row. */
  private static final class Normal {
    private final int size;
    private final double[][] rows;

    Normal(int size) {
      this.size = size;
      rows = new double[size][size + 1];
    }

    void add(double[] coefficients, double value) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          rows[i][j] += coefficients[i] * coefficients[j];
        }
        rows[i][size] += coefficients[i] * value;
      }
    }

    /** Gauss-Jordan elimination with row pivots. */
    Optional<double[]> solve() {
      for (int column = 0; column < size; column++) {
        int pivot = column;
        for (int row = column + 1; row < size; row++) {
          if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
            pivot = row;
          }
        }
        double[] swap = rows[column];
        rows[column] = rows[pivot];
        rows[pivot] = swap;
        if (!(Math.abs(rows[column][column]) > SINGULAR)) { // also stops at NaN
          return Optional.empty();
        }
        for (int row = 0; row < size; row++) {
          if (row != column) {
            double factor = rows[row][column] / rows[column][column];
            for (int i = column; i <= size; i++) {
              rows[row][i] -= factor * rows[column][i];
            }
          }
        }
      }
      double[] solution = new double[size];
      for (int i = 0; i < size; i++) {
        solution[i] = rows[i][size] / rows[i][i];
      }
      return Optional.of(solution);
    }
  }
}
