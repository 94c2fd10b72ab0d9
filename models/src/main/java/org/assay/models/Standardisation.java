package org.assay.models;

import java.util.List;

/**
 * Brings each value to mean 0 and deviation 1 over the training tiles and clips it, so that a value
 * never seen in training cannot drown the others. It becomes part of the exported network.
 */
final class Standardisation {
  /** Deviations beyond this are clipped. */
  static final float LIMIT = 4;

  private static final double LEAST_DEVIATION = 1e-4;

  private final float[] mean;
  private final float[] scale;

  private Standardisation(float[] mean, float[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Learns from {@code tiles}, all of one length, at least one. */
  static Standardisation of(List<float[]> tiles) {
    int size = tiles.get(0).length;
    double[] sum = new double[size];
    double[] square = new double[size];
    for (float[] tile : tiles) {
      for (int i = 0; i < size; i++) {
        sum[i] += tile[i];
        square[i] += (double) tile[i] * tile[i];
      }
    }
    float[] mean = new float[size];
    float[] scale = new float[size];
    for (int i = 0; i < size; i++) {
      double average = sum[i] / tiles.size();
      double variance = Math.max(0, square[i] / tiles.size() - average * average);
      mean[i] = (float) average;
      scale[i] = (float) (1 / Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
    }
    return new Standardisation(mean, scale);
  }

  /** A standardised copy. */
  float[] apply(float[] tile) {
    float[] out = new float[tile.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(-LIMIT, Math.min(LIMIT, (tile[i] - mean[i]) * scale[i]));
    }
    return out;
  }

  /** What is subtracted, a value each; not a copy. */
  float[] mean() {
    return mean;
  }

  /** What is multiplied with afterwards, a value each; not a copy. */
  float[] scale() {
    return scale;
  }
}
