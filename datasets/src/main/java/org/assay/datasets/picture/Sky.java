package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** A gradient with a sun or moon, stars at night, and fractal clouds. */
final class Sky {
  private Sky() {}

  static void paint(Canvas canvas, Random random, Light light, double horizonV) {
    canvas.wash(0, horizonV, (u, v) -> Colour.mix(light.zenith(), light.horizon(), v / horizonV));
    if (light.night()) {
      stars(canvas, random, horizonV);
    }
    sun(canvas, random, light);
    clouds(canvas, random, light, horizonV);
  }

  private static void stars(Canvas canvas, Random random, double horizonV) {
    for (int star = 0; star < 90; star++) {
      double u = random.nextDouble() * canvas.aspect();
      double v = random.nextDouble() * horizonV;
      double radius = 0.0008 + 0.0014 * random.nextDouble();
      canvas.paint(
          u - 0.01, v - 0.01, u + 0.01, v + 0.01, Shapes.disc(u, v, radius), (x, y) -> 0xE8ECFF);
    }
  }

  private static void sun(Canvas canvas, Random random, Light light) {
    double radius = 0.025 + 0.035 * random.nextDouble();
    double u = light.sunU();
    double v = light.sunV();
    double glow = light.night() ? 0.35 : 0.8;
    canvas.blend(
        0,
        0,
        canvas.aspect(),
        1,
        (x, y) -> light.sun(),
        (x, y) -> {
          double square = ((x - u) * (x - u) + (y - v) * (y - v)) / (16 * radius * radius);
          return glow / (1 + 3 * square) / (1 + square / 4);
        });
    canvas.paint(
        u - radius - 0.01,
        v - radius - 0.01,
        u + radius + 0.01,
        v + radius + 0.01,
        Shapes.disc(u, v, radius),
        (x, y) -> light.sun());
  }

  private static void clouds(Canvas canvas, Random random, Light light, double horizonV) {
    Noise shapes = new Noise(random.nextLong());
    double frequency = 1.6 + 2.2 * random.nextDouble();
    double threshold = 0.44 + 0.16 * random.nextDouble();
    double softness = 0.10 + 0.12 * random.nextDouble();
    int bright = Colour.mix(0xFFFFFF, light.sun(), 0.4);
    int dark = Colour.mix(light.horizon(), light.zenith(), 0.55);
    double lit = light.night() ? 0.16 : 0.92;
    canvas.blend(
        0,
        0,
        canvas.aspect(),
        horizonV,
        (u, v) -> {
          // Thicker towards the sun means that this side lies in shadow.
          double pull = 0.035 / (0.1 + Math.abs(light.sunU() - u) + Math.abs(light.sunV() - v));
          double towardsU = u + (light.sunU() - u) * pull;
          double towardsV = v + (light.sunV() - v) * pull - 0.03;
          double here = cloud(shapes, u, v, frequency, horizonV);
          double there = cloud(shapes, towardsU, towardsV, frequency, horizonV);
          return Colour.mix(dark, bright, lit * (0.62 + 4 * (here - there)));
        },
        (u, v) ->
            0.95
                * Shapes.smooth(
                    threshold, threshold + softness, cloud(shapes, u, v, frequency, horizonV)));
  }

  /** Clouds flatten towards the horizon, as seen from below. */
  private static double cloud(Noise shapes, double u, double v, double frequency, double horizon) {
    double height = Math.max(0.05, 1.15 - v / horizon);
    return shapes.fractal(u * frequency / (0.45 + height), 2.2 * frequency * v / height, 5);
  }
}
