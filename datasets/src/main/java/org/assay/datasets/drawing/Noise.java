package org.assay.datasets.drawing;

/** Seeded value noise over the plane: smooth, without a period. Immutable. */
public final class Noise {
  private static final double OCTAVE_SHIFT = 17.31;

  private final long seed;

  /** The same seed gives the same plane. */
  public Noise(long seed) {
    this.seed = mix(seed);
  }

  /** In [0, 1); varies over distances of about 1. */
  public double at(double x, double y) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double u = ease(x - left);
    double v = ease(y - top);
    long column = (long) left;
    long row = (long) top;
    double upper = lattice(column, row) * (1 - u) + lattice(column + 1, row) * u;
    double lower = lattice(column, row + 1) * (1 - u) + lattice(column + 1, row + 1) * u;
    return upper * (1 - v) + lower * v;
  }

  /** Octaves of {@link #at} at doubling frequency and half the weight; in [0, 1), mean 0.5. */
  public double fractal(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    double frequency = 1;
    for (int octave = 0; octave < octaves; octave++) {
      double shift = octave * OCTAVE_SHIFT;
      sum += weight * at(x * frequency + shift, y * frequency - shift);
      total += weight;
      weight /= 2;
      frequency *= 2;
    }
    return sum / total;
  }

  /** Like {@link #fractal} with sharp crests, as mountains have them; in [0, 1]. */
  public double ridges(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    double frequency = 1;
    for (int octave = 0; octave < octaves; octave++) {
      double shift = octave * OCTAVE_SHIFT;
      double crest = 1 - Math.abs(2 * at(x * frequency - shift, y * frequency + shift) - 1);
      sum += weight * crest * crest;
      total += weight;
      weight /= 2;
      frequency *= 2;
    }
    return sum / total;
  }

  /** A number in [0, 1) for each cell of a grid, unrelated to its neighbours. */
  public double cell(long column, long row) {
    return lattice(column, row);
  }

  /** Spreads near seeds far apart; SplitMix64's finisher. */
  public static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private double lattice(long column, long row) {
    long hash = mix(seed + column * 0xC2B2AE3D27D4EB4FL + row * 0x165667B19E3779F9L);
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
