package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Colour;

/**
 * The light of an outdoor scene.
 *
 * @param zenith colour of the sky at the top
 * @param horizon colour of the sky at the bottom
 * @param sun colour of the sun or moon
 * @param haze colour that far things fade to
 * @param strength of the light on things, in (0, 1]
 * @param night whether windows are lit
 * @param sunU place of the sun
 * @param sunV place of the sun
 */
record Light(
    int zenith,
    int horizon,
    int sun,
    int haze,
    double strength,
    boolean night,
    double sunU,
    double sunV) {

  static Light random(Random random, double aspect, double horizonV) {
    double u = aspect * (0.12 + 0.76 * random.nextDouble());
    double height = random.nextDouble();
    double hue = (random.nextDouble() - 0.5) * 0.06;
    return switch (random.nextInt(5)) {
      case 0 -> // a clear day
          new Light(
              Colour.hsv(0.60 + hue, 0.72, 0.78),
              Colour.hsv(0.56 + hue, 0.22, 0.97),
              0xFFF8E0,
              Colour.hsv(0.58 + hue, 0.25, 0.90),
              1.0,
              false,
              u,
              horizonV * (0.12 + 0.3 * height));
      case 1 -> // morning
          new Light(
              Colour.hsv(0.58 + hue, 0.45, 0.80),
              Colour.hsv(0.10 + hue, 0.35, 1.0),
              0xFFF2C0,
              Colour.hsv(0.09 + hue, 0.22, 0.95),
              0.9,
              false,
              u,
              horizonV * (0.5 + 0.3 * height));
      case 2 -> // sunset
          new Light(
              Colour.hsv(0.70 + hue, 0.55, 0.42),
              Colour.hsv(0.04 + hue, 0.62, 0.98),
              0xFFD890,
              Colour.hsv(0.99 + hue, 0.40, 0.72),
              0.62,
              false,
              u,
              horizonV * (0.62 + 0.28 * height));
      case 3 -> // an overcast day
          new Light(
              Colour.hsv(0.58 + hue, 0.14, 0.66),
              Colour.hsv(0.57 + hue, 0.06, 0.90),
              0xFFFFFF,
              Colour.hsv(0.56 + hue, 0.08, 0.84),
              0.78,
              false,
              u,
              horizonV * (0.2 + 0.4 * height));
      default -> // a moonlit night
          new Light(
              Colour.hsv(0.65 + hue, 0.75, 0.16),
              Colour.hsv(0.62 + hue, 0.58, 0.38),
              0xF4F2E4,
              Colour.hsv(0.63 + hue, 0.50, 0.33),
              0.42,
              true,
              u,
              horizonV * (0.15 + 0.4 * height));
    };
  }

  /**
   * A thing's colour in this light; {@code share} in [0, 1] says how far it fades into the haze.
   */
  int on(int colour, double brightness, double share) {
    int tinted = Colour.mix(colour, sun, night ? 0 : 0.08);
    return Colour.mix(Colour.scale(tinted, strength * brightness), haze, share);
  }
}
