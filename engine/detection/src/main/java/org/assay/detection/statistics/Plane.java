package org.assay.detection.statistics;

/** A rectangle of samples of one channel, row-major. */
final class Plane {
  private final int width;
  private final int height;
  private final float[] samples;

  /** Takes over {@code samples}, of length {@code width * height}, without copying. */
  Plane(int width, int height, float[] samples) {
    if (samples.length != width * height) {
      throw new IllegalArgumentException(
          "%d x %d plane with %d samples".formatted(width, height, samples.length));
    }
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The samples themselves, not a copy. */
  float[] samples() {
    return samples;
  }

  float at(int x, int y) {
    return samples[y * width + x];
  }

  /** Means of squares of two by two samples; an odd last row or column is left out. */
  Plane halved() {
    int halfWidth = width / 2;
    int halfHeight = height / 2;
    float[] half = new float[halfWidth * halfHeight];
    for (int y = 0; y < halfHeight; y++) {
      for (int x = 0; x < halfWidth; x++) {
        half[y * halfWidth + x] =
            (at(2 * x, 2 * y)
                    + at(2 * x + 1, 2 * y)
                    + at(2 * x, 2 * y + 1)
                    + at(2 * x + 1, 2 * y + 1))
                / 4;
      }
    }
    return new Plane(halfWidth, halfHeight, half);
  }

  double mean() {
    double sum = 0;
    for (float sample : samples) {
      sum += sample;
    }
    return sum / samples.length;
  }

  double meanMagnitude() {
    double sum = 0;
    for (float sample : samples) {
      sum += Math.abs(sample);
    }
    return sum / samples.length;
  }

  /** Root of the mean square, about zero. */
  double rootMeanSquare() {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  double deviation() {
    double mean = mean();
    double square = rootMeanSquare();
    return Math.sqrt(Math.max(0, square * square - mean * mean));
  }

  /** Cosine between two planes of one size, in [-1, 1]; 0 if one of them is all zero. */
  double cosineTo(Plane other) {
    double product = 0;
    double mine = 0;
    double theirs = 0;
    for (int i = 0; i < samples.length; i++) {
      product += (double) samples[i] * other.samples[i];
      mine += (double) samples[i] * samples[i];
      theirs += (double) other.samples[i] * other.samples[i];
    }
    return mine == 0 || theirs == 0 ? 0 : product / Math.sqrt(mine * theirs);
  }
}
