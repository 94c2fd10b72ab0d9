package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** Things that stand in a landscape: trees, a boat, balloons. */
final class Things {
  private Things() {}

  /** A conifer of stacked triangles with ragged edges. */
  static void pine(
      Canvas canvas,
      Random random,
      Light light,
      double u,
      double foot,
      double height,
      double haze) {
    Noise rough = new Noise(random.nextLong());
    int green =
        Colour.hsv(0.30 + 0.12 * random.nextDouble(), 0.5, 0.26 + 0.1 * random.nextDouble());
    double width = height * (0.2 + 0.08 * random.nextDouble());
    double side = Math.signum(light.sunU() - u);
    Canvas.Shape crown =
        (x, y) -> {
          double down = (y - foot + height) / height;
          double tier = down * 5 - Math.floor(down * 5);
          double half = width * down * (0.55 + 0.45 * tier);
          double ragged = 0.25 * width * (rough.at(x * 26 / height, y * 26 / height) - 0.5);
          return Math.max(Math.abs(x - u) - half + ragged, y - foot + 0.06 * height);
        };
    trunk(canvas, light, u, foot, height * 0.2, haze);
    canvas.paint(
        u - 1.2 * width,
        foot - height,
        u + 1.2 * width,
        foot,
        crown,
        (x, y) ->
            light.on(
                green,
                0.6
                    + 0.8 * rough.at(x * 40 / height, y * 40 / height)
                    + 0.3 * side * (x - u) / width,
                haze));
  }

  /** A broad-leaved tree: a crown of leaves, lit from the sun's side. */
  static void leafy(
      Canvas canvas,
      Random random,
      Light light,
      double u,
      double foot,
      double height,
      double haze) {
    Noise leaves = new Noise(random.nextLong());
    int green = Colour.hsv(0.08 + 0.24 * random.nextDouble(), 0.62, 0.5);
    double radius = height * (0.3 + 0.08 * random.nextDouble());
    double centre = foot - height + radius;
    double side = Math.signum(light.sunU() - u);
    Canvas.Shape round = Shapes.ellipse(u, centre, radius, radius * 1.05);
    Canvas.Shape crown =
        (x, y) ->
            round.distance(x, y)
                + 0.7 * radius * (leaves.fractal(x * 9 / height, y * 9 / height, 4) - 0.45);
    trunk(canvas, light, u, foot, height * 0.6, haze);
    canvas.paint(
        u - 1.5 * radius,
        centre - 1.5 * radius,
        u + 1.5 * radius,
        centre + 1.5 * radius,
        crown,
        (x, y) -> {
          double texture = leaves.fractal(x * 34 / height, y * 34 / height, 3);
          double lit = (side * (x - u) - (y - centre)) / radius;
          return light.on(green, 0.35 + 0.95 * texture + 0.25 * lit, haze);
        });
  }

  private static void trunk(
      Canvas canvas, Light light, double u, double foot, double height, double haze) {
    double half = height * 0.07 + 0.001;
    canvas.paint(
        u - 2 * half,
        foot - height,
        u + 2 * half,
        foot,
        Shapes.box(u - half, foot - height, u + half, foot),
        (x, y) -> light.on(0x5A4330, 0.9 - 0.5 * (x - u) / half, haze));
  }

  /** A sailing boat. */
  static void boat(Canvas canvas, Random random, Light light, double u, double v, double size) {
    int hull = Colour.hsv(random.nextDouble(), 0.7, 0.7);
    int sail = Colour.hsv(random.nextDouble(), 0.12, 0.98);
    canvas.paint(
        u - size,
        v - size * 0.3,
        u + size,
        v,
        (x, y) -> Math.abs(x - u) - size * (0.55 + 0.8 * (v - y) / size),
        (x, y) -> light.on(hull, 0.75 + (v - y) / size, 0));
    canvas.paint(
        u - size,
        v - size * 2,
        u + size,
        v - size * 0.35,
        Shapes.both(
            Shapes.gable(u, v - size * 1.9, v - size * 0.4, size * 0.7),
            (x, y) -> u + size * 0.04 - x),
        (x, y) -> light.on(sail, 1.05 - 0.4 * (x - u) / size, 0));
    canvas.paint(
        u - size,
        v - size * 2,
        u + size,
        v,
        Shapes.stroke(u, v - size * 2, u, v - size * 0.3, size * 0.025),
        (x, y) -> light.on(0x6A5038, 1, 0));
  }

  /** A striped hot-air balloon. */
  static void balloon(
      Canvas canvas, Random random, Light light, double u, double v, double radius) {
    int one = Colour.hsv(random.nextDouble(), 0.8, 0.92);
    int other = Colour.hsv(random.nextDouble(), 0.5, 1);
    double side = Math.signum(light.sunU() - u);
    Canvas.Shape bag =
        (x, y) -> {
          double down = Math.max(0, (y - v) / radius);
          return Shapes.ellipse(u, v, radius * (1 - 0.28 * down * down), radius * 1.25)
              .distance(x, y);
        };
    canvas.paint(
        u - 0.2 * radius,
        v + 1.2 * radius,
        u + 0.2 * radius,
        v + 1.9 * radius,
        Shapes.roundedBox(
            u - 0.16 * radius, v + 1.5 * radius, u + 0.16 * radius, v + 1.75 * radius, 0.003),
        (x, y) -> light.on(0x7A5530, 1, 0.05));
    canvas.paint(
        u - radius,
        v - 1.3 * radius,
        u + radius,
        v + 1.3 * radius,
        bag,
        (x, y) -> {
          double across = Math.max(-1, Math.min(1, (x - u) / radius));
          double around = StrictMath.asin(across) * 2.6;
          boolean stripe = Math.floorMod((int) Math.floor(around), 2) == 0;
          double lit = 0.85 + 0.25 * side * across - 0.2 * (y - v) / radius;
          return light.on(stripe ? one : other, lit, 0.08);
        });
  }
}
