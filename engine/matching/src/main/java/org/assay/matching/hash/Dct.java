package org.assay.matching.hash;

import java.util.Arrays;

/**
 * The 16 x 16 lowest frequencies, without the constant ones, of the DCT-II of 64 x 64 samples.
 *
 * @see <a href="https://doi.org/10.1109/T-C.1974.223784">Ahmed, Natarajan and Rao, 1974</a>
 */
final class Dct {
  /** Rows and columns of the result. */
  static final int SIDE = 16;

  private static final int SAMPLES = Downscaler.SIDE;

  /** Row {@code i} holds the cosine of frequency {@code i + 1} at each of the 64 samples. */
  private static final float[] MATRIX = matrix();

  private static final float[] TRANSPOSED = transposed(MATRIX);

  private Dct() {}

  /**
   * Transforms a picture. Each sum runs over the samples in order, in float, as in the reference.
   *
   * @param luma row-major, 64 x 64
   * @return row-major, 16 x 16; row {@code i}, column {@code j} has vertical frequency {@code i +
   *     1} and horizontal frequency {@code j + 1}
   */
  static float[] of(float[] luma) {
    float[] half = product(MATRIX, SAMPLES, luma, SAMPLES);
    return product(half, SAMPLES, TRANSPOSED, SIDE);
  }

  /** Matrix product of 16 x {@code inner} and {@code inner} x {@code columns}. */
  private static float[] product(float[] left, int inner, float[] right, int columns) {
    float[] out = new float[SIDE * columns];
    float[] sums = new float[columns];
    for (int i = 0; i < SIDE; i++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < inner; k++) {
        float factor = left[i * inner + k];
        int at = k * columns;
        for (int j = 0; j < columns; j++) {
          sums[j] += factor * right[at + j];
        }
      }
      System.arraycopy(sums, 0, out, i * columns, columns);
    }
    return out;
  }

  private static float[] matrix() {
    float scale = (float) Math.sqrt(2.0 / SAMPLES);
    float[] matrix = new float[SIDE * SAMPLES];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SAMPLES; j++) {
        double angle = (StrictMath.PI / 2.0 / SAMPLES) * (i + 1) * (2 * j + 1);
        matrix[i * SAMPLES + j] = (float) (scale * StrictMath.cos(angle));
      }
    }
    return matrix;
  }

  private static float[] transposed(float[] matrix) {
    float[] transposed = new float[matrix.length];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SAMPLES; j++) {
        transposed[j * SIDE + i] = matrix[i * SAMPLES + j];
      }
    }
    return transposed;
  }
}
