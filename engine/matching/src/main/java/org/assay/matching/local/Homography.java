package org.assay.matching.local;

import org.assay.signal.Region.Point;

/**
 * A mapping of one plane onto another that keeps lines straight: any mix of shift, scale, turn,
 * mirror, shear and perspective.
 *
 * @param matrix nine values, row-major, the last one 1; never write to it
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
public record Homography(double[] matrix) {

  /** Checks the length and that every value is a number. */
  public Homography {
    if (matrix.length != 9) {
      throw new IllegalArgumentException("expected 9 values, found " + matrix.length);
    }
    for (double value : matrix) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a number: " + value);
      }
    }
  }

  /** {@code x' = a x + b y + c, y' = d x + e y + f}. */
  public static Homography affine(double a, double b, double c, double d, double e, double f) {
    return new Homography(new double[] {a, b, c, d, e, f, 0, 0, 1});
  }

  /** Where a point goes. */
  public Point apply(double x, double y) {
    double w = depth(x, y);
    return new Point(
        (matrix[0] * x + matrix[1] * y + matrix[2]) / w,
        (matrix[3] * x + matrix[4] * y + matrix[5]) / w);
  }

  /** Not positive where a point has no image, being on the far side of the horizon. */
  public double depth(double x, double y) {
    return matrix[6] * x + matrix[7] * y + matrix[8];
  }

  /** This mapping first and then another. */
  public Homography then(Homography next) {
    double[] out = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          out[3 * row + column] += next.matrix[3 * row + k] * matrix[3 * k + column];
        }
      }
    }
    return scaled(out);
  }

  /**
   * The mapping back.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Homography inverse() {
    double[] m = matrix;
    double[] out = {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
    return scaled(out);
  }

  /** How much larger an area around a point becomes; negative if it is mirrored. */
  public double areaScale(double x, double y) {
    double w = depth(x, y);
    double determinant =
        matrix[0] * (matrix[4] * matrix[8] - matrix[5] * matrix[7])
            - matrix[1] * (matrix[3] * matrix[8] - matrix[5] * matrix[6])
            + matrix[2] * (matrix[3] * matrix[7] - matrix[4] * matrix[6]);
    return determinant / (w * w * w);
  }

  private static Homography scaled(double[] values) {
    double last = values[8];
    for (int i = 0; i < values.length; i++) {
      values[i] /= last;
    }
    return new Homography(values);
  }
}
