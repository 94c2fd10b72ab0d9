package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** Mountains, meadows and water. */
final class Land {
  private Land() {}

  /** Ridges one before the other, the far ones in haze, the high ones with snow. */
  static void mountains(
      Canvas canvas, Random random, Light light, double horizonV, int ridges, double tallest) {
    int rock = Colour.hsv(0.05 + 0.6 * random.nextDouble(), 0.22, 0.42);
    int forest = Colour.hsv(0.27 + 0.12 * random.nextDouble(), 0.45, 0.36);
    double snowline = horizonV - tallest * (0.45 + 0.5 * random.nextDouble());
    for (int ridge = 0; ridge < ridges; ridge++) {
      double near = (ridge + 1.0) / ridges;
      double height = tallest * (1.15 - 0.75 * near) * (0.75 + 0.5 * random.nextDouble());
      int stone = Colour.mix(rock, forest, near * near);
      double snow = near < 0.75 ? snowline : 0;
      ridge(canvas, random, light, new Ridge(horizonV, height, stone, 0.78 * (1 - near), snow));
    }
  }

  /** One line of mountains; {@code snowline} is the lowest snow, 0 for none. */
  private record Ridge(double foot, double height, int stone, double haze, double snowline) {}

  private static void ridge(Canvas canvas, Random random, Light light, Ridge ridge) {
    Noise relief = new Noise(random.nextLong());
    double frequency = 0.9 + 1.5 * random.nextDouble();
    double side = light.sunU() < canvas.aspect() / 2 ? -0.012 : 0.012;
    Canvas.Shape below = (u, v) -> ridge.foot - ridge.height * crest(relief, u, frequency) - v;
    canvas.paint(
        0,
        ridge.foot - 1.3 * ridge.height,
        canvas.aspect(),
        ridge.foot + canvas.pixel(),
        below,
        (u, v) -> {
          double here = relief.ridges(u * 5, v * 6.5, 5);
          double slope = here - relief.ridges((u + side) * 5, (v - 0.006) * 6.5, 5);
          double brightness = 0.95 + 3.2 * slope;
          boolean snowy = v + 0.12 * (here - 0.4) < ridge.snowline;
          int ground = snowy ? 0xEEF2F8 : ridge.stone;
          return light.on(ground, Math.max(0.35, brightness), ridge.haze);
        });
  }

  private static double crest(Noise relief, double u, double frequency) {
    return 0.15
        + 0.8 * relief.fractal(u * frequency, 3.7, 2)
        + 0.45 * (relief.ridges(u * frequency * 2.3, 9.1, 6) - 0.4);
  }

  /** Grass in fields of different greens, with a path that winds towards the viewer. */
  static void meadow(Canvas canvas, Random random, Light light, double horizonV) {
    Noise grass = new Noise(random.nextLong());
    int lush = Colour.hsv(0.24 + 0.1 * random.nextDouble(), 0.6, 0.46);
    int dry = Colour.hsv(0.11 + 0.07 * random.nextDouble(), 0.5, 0.68);
    double path = random.nextDouble() * canvas.aspect();
    double bend = 0.5 + random.nextDouble();
    boolean walked = random.nextInt(3) > 0;
    canvas.wash(
        horizonV,
        1,
        (u, v) -> {
          double depth = v - horizonV + 0.04;
          double far = 0.3 / depth;
          double x = (u - canvas.aspect() / 2) * far;
          double fields = grass.fractal(0.7 * x + 20, 0.9 * far, 3);
          double blades = grass.fractal(14 * x, 30 * far, 3);
          int green = Colour.mix(lush, dry, Shapes.smooth(0.42, 0.6, fields));
          double centre = path + bend * (grass.fractal(2 * far, 5, 2) - 0.5) * (1 - depth);
          double off = Math.abs(u - centre) / (0.18 * depth) + 0.5 * blades;
          int ground = walked ? Colour.mix(0xB8A078, green, Shapes.smooth(0.8, 1.3, off)) : green;
          return light.on(ground, 0.7 + 0.65 * blades, 0.5 * Math.max(0, 1 - 7 * depth));
        });
  }

  /** What is above {@code waterV}, mirrored with ripples that grow towards the viewer. */
  static void water(Canvas canvas, Random random, Light light, double waterV) {
    Noise ripples = new Noise(random.nextLong());
    int deep = Colour.mix(light.zenith(), 0x0C3040, 0.55);
    double calm = 0.008 + 0.05 * random.nextDouble();
    canvas.wash(
        waterV + canvas.pixel(),
        1,
        (u, v) -> {
          double depth = (v - waterV) / (1 - waterV);
          double far = 1 / (depth + 0.06);
          double wave = ripples.fractal(u * 5 * Math.sqrt(far), 9 * far, 3) - 0.5;
          double up = waterV - (v - waterV) * 0.92 + wave * calm * (0.4 + depth);
          int mirrored =
              canvas.colourAt(u + wave * calm * 1.5, Math.min(up, waterV - canvas.pixel()));
          double glint = 1 - Math.abs(u - light.sunU()) / (0.05 + 0.25 * depth);
          int water = Colour.mix(mirrored, deep, 0.18 + 0.42 * depth);
          return Colour.mix(water, light.sun(), 3.2 * Math.max(0, wave) * Math.max(0, glint));
        });
  }
}
