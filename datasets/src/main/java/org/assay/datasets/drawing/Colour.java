package org.assay.datasets.drawing;

/** Arithmetic on colours packed as {@code 0xRRGGBB}. */
public final class Colour {
  private Colour() {}

  /** Red, green and blue, each clamped to [0, 255]. */
  public static int of(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  /** Hue in turns (any number, wrapped), saturation and brightness in [0, 1]. */
  public static int hsv(double hue, double saturation, double brightness) {
    double sector = 6 * (hue - Math.floor(hue));
    return of(
        255 * brightness * (1 - saturation * (1 - ramp(sector))),
        255 * brightness * (1 - saturation * (1 - ramp(sector + 4))),
        255 * brightness * (1 - saturation * (1 - ramp(sector + 2))));
  }

  private static double ramp(double sector) {
    double wrapped = sector % 6;
    return Math.max(0, Math.min(1, Math.abs(wrapped - 3) - 1));
  }

  /** The colour {@code share} of the way from {@code from} to {@code to}; clamped to [0, 1]. */
  public static int mix(int from, int to, double share) {
    double s = Math.max(0, Math.min(1, share));
    return of(
        red(from) + s * (red(to) - red(from)),
        green(from) + s * (green(to) - green(from)),
        blue(from) + s * (blue(to) - blue(from)));
  }

  /** Brighter above 1, darker below. */
  public static int scale(int colour, double factor) {
    return of(red(colour) * factor, green(colour) * factor, blue(colour) * factor);
  }

  /** In [0, 255]. */
  public static int red(int colour) {
    return (colour >> 16) & 0xff;
  }

  /** In [0, 255]. */
  public static int green(int colour) {
    return (colour >> 8) & 0xff;
  }

  /** In [0, 255]. */
  public static int blue(int colour) {
    return colour & 0xff;
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value + 0.5));
  }
}
