package org.assay.detection.statistics;

/** Discrete Fourier transform of a tile, radix 2, in place. */
final class Fourier {
  private static final int SIZE = Tile.SIDE;
  private static final double[] COSINE = new double[SIZE / 2];
  private static final double[] SINE = new double[SIZE / 2];
  private static final double[] WINDOW = new double[SIZE];

  static {
    for (int i = 0; i < SIZE / 2; i++) {
      COSINE[i] = Math.cos(2 * Math.PI * i / SIZE);
      SINE[i] = -Math.sin(2 * Math.PI * i / SIZE);
    }
    for (int i = 0; i < SIZE; i++) {
      WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIZE);
    }
  }

  private Fourier() {}

  /**
   * Natural logarithm of the power at each frequency, mean removed first, Hann window.
   *
   * @param plane of {@link Tile#SIDE} columns and rows
   * @return row-major, frequency 0 first, same layout as the plane
   */
  static double[] logPower(Plane plane) {
    double mean = plane.mean();
    double[] real = new double[SIZE * SIZE];
    double[] imaginary = new double[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        real[y * SIZE + x] = (plane.at(x, y) - mean) * WINDOW[x] * WINDOW[y];
      }
    }
    for (int i = 0; i < SIZE; i++) {
      transform(real, imaginary, i * SIZE, 1);
    }
    for (int i = 0; i < SIZE; i++) {
      transform(real, imaginary, i, SIZE);
    }
    double[] power = new double[SIZE * SIZE];
    for (int i = 0; i < power.length; i++) {
      power[i] = Math.log(real[i] * real[i] + imaginary[i] * imaginary[i] + 1);
    }
    return power;
  }

  /** One row or column: {@code SIZE} values from {@code start}, {@code stride} apart. */
  static void transform(double[] real, double[] imaginary, int start, int stride) {
    for (int i = 0, j = 0; i < SIZE; i++) {
      if (i < j) {
        swap(real, start + i * stride, start + j * stride);
        swap(imaginary, start + i * stride, start + j * stride);
      }
      int bit = SIZE >> 1;
      while (bit > 0 && (j & bit) != 0) {
        j ^= bit;
        bit >>= 1;
      }
      j |= bit;
    }
    for (int length = 2; length <= SIZE; length <<= 1) {
      butterflies(real, imaginary, start, stride, length);
    }
  }

  private static void butterflies(
      double[] real, double[] imaginary, int start, int stride, int length) {
    int half = length / 2;
    int turn = SIZE / length;
    for (int block = 0; block < SIZE; block += length) {
      for (int i = 0; i < half; i++) {
        int upper = start + (block + i) * stride;
        int lower = start + (block + i + half) * stride;
        double c = COSINE[i * turn];
        double s = SINE[i * turn];
        double re = real[lower] * c - imaginary[lower] * s;
        double im = real[lower] * s + imaginary[lower] * c;
        real[lower] = real[upper] - re;
        imaginary[lower] = imaginary[upper] - im;
        real[upper] += re;
        imaginary[upper] += im;
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
