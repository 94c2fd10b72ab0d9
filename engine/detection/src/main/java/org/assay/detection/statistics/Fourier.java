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
    transformRows(real, imaginary);
    transpose(real);
    transpose(imaginary);
    transformRows(real, imaginary);
    transpose(real);
    transpose(imaginary);
    double[] power = new double[SIZE * SIZE];
    for (int i = 0; i < power.length; i++) {
      power[i] = Math.log(real[i] * real[i] + imaginary[i] * imaginary[i] + 1);
    }
    return power;
  }

  private static void transformRows(double[] real, double[] imaginary) {
    for (int row = 0; row < SIZE; row++) {
      transform(real, imaginary, row * SIZE);
    }
  }

  private static void transpose(double[] square) {
    for (int y = 1; y < SIZE; y++) {
      for (int x = 0; x < y; x++) {
        swap(square, y * SIZE + x, x * SIZE + y);
      }
    }
  }

  /** One row: {@code SIZE} values from {@code start}. */
  static void transform(double[] real, double[] imaginary, int start) {
    for (int i = 0, j = 0; i < SIZE; i++) {
      if (i < j) {
        swap(real, start + i, start + j);
        swap(imaginary, start + i, start + j);
      }
      int bit = SIZE >> 1;
      while (bit > 0 && (j & bit) != 0) {
        j ^= bit;
        bit >>= 1;
      }
      j |= bit;
    }
    for (int length = 2; length <= SIZE; length <<= 1) {
      butterflies(real, imaginary, start, length);
    }
  }

  private static void butterflies(double[] real, double[] imaginary, int start, int length) {
    int half = length / 2;
    int turn = SIZE / length;
    for (int block = 0; block < SIZE; block += length) {
      for (int i = 0; i < half; i++) {
        int upper = start + block + i;
        int lower = start + block + i + half;
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
