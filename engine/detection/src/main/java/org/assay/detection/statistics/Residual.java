package org.assay.detection.statistics;

import java.util.List;

/**
 * Fixed high-pass filters that take the scene away and leave noise and traces of processing.
 *
 * @see <a href="https://doi.org/10.1109/TIFS.2012.2190402">Fridrich and Kodovsky, 2012</a>
 */
final class Residual {
  /** Right neighbour less this sample. */
  static final Residual HORIZONTAL = new Residual(2, 1, -1, 1);

  /** Lower neighbour less this sample. */
  static final Residual VERTICAL = new Residual(1, 2, -1, 1);

  /** Second difference along the row, halved. */
  static final Residual HORIZONTAL_SECOND = new Residual(3, 1, -0.5f, 1, -0.5f);

  /** Second difference along the column, halved. */
  static final Residual VERTICAL_SECOND = new Residual(1, 3, -0.5f, 1, -0.5f);

  /** Difference of the two diagonals of a two by two square, halved. */
  static final Residual DIAGONAL = new Residual(2, 2, 0.5f, -0.5f, -0.5f, 0.5f);

  /** The three by three filter of Ker and Böhme, predicts the centre from its ring. */
  static final Residual SQUARE =
      new Residual(3, 3, -0.25f, 0.5f, -0.25f, 0.5f, -1, 0.5f, -0.25f, 0.5f, -0.25f);

  /** Each of them, in a fixed order. */
  static final List<Residual> ALL =
      List.of(HORIZONTAL, VERTICAL, HORIZONTAL_SECOND, VERTICAL_SECOND, DIAGONAL, SQUARE);

  private final int width;
  private final int height;
  private final float[] weights;

  private Residual(int width, int height, float... weights) {
    this.width = width;
    this.height = height;
    this.weights = weights;
  }

  /** The filtered plane, smaller by what the filter overlaps. */
  Plane of(Plane plane) {
    int outWidth = plane.width() - width + 1;
    int outHeight = plane.height() - height + 1;
    float[] in = plane.samples();
    float[] out = new float[outWidth * outHeight];
    for (int i = 0; i < weights.length; i++) {
      int shift = i / width * plane.width() + i % width;
      float weight = weights[i];
      for (int y = 0; y < outHeight; y++) {
        int from = y * plane.width() + shift;
        int to = y * outWidth;
        for (int x = 0; x < outWidth; x++) {
          out[to + x] += weight * in[from + x];
        }
      }
    }
    return new Plane(outWidth, outHeight, out);
  }
}
