package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** Puts skies, land and things together. */
final class Outdoors {
  private Outdoors() {}

  static void landscape(Canvas canvas, Random random) {
    double horizon = 0.48 + 0.22 * random.nextDouble();
    Light light = Light.random(random, canvas.aspect(), horizon);
    Sky.paint(canvas, random, light, horizon);
    double tallest = 0.15 + 0.3 * random.nextDouble();
    Land.mountains(canvas, random, light, horizon + 0.005, 2 + random.nextInt(3), tallest);
    Land.meadow(canvas, random, light, horizon);
    forest(canvas, random, light, horizon, 8 + random.nextInt(26));
    balloons(canvas, random, light, horizon, random.nextInt(4));
  }

  static void lake(Canvas canvas, Random random) {
    double shore = 0.45 + 0.2 * random.nextDouble();
    Light light = Light.random(random, canvas.aspect(), shore);
    Sky.paint(canvas, random, light, shore);
    double tallest = 0.2 + 0.3 * random.nextDouble();
    Land.mountains(canvas, random, light, shore, 2 + random.nextInt(2), tallest);
    for (int tree = 0; tree < 40; tree++) {
      double u = random.nextDouble() * canvas.aspect();
      double height = 0.02 + 0.035 * random.nextDouble();
      Things.pine(canvas, random, light, u, shore, height, 0.25);
    }
    balloons(canvas, random, light, shore, random.nextInt(2));
    Land.water(canvas, random, light, shore);
    for (int boat = random.nextInt(4); boat > 0; boat--) {
      double near = random.nextDouble();
      double u = canvas.aspect() * (0.1 + 0.8 * random.nextDouble());
      double v = shore + (1 - shore) * (0.12 + 0.6 * near);
      Things.boat(canvas, random, light, u, v, 0.03 + 0.09 * near);
    }
  }

  static void town(Canvas canvas, Random random) {
    double foot = 0.72 + 0.12 * random.nextDouble();
    Light light = Light.random(random, canvas.aspect(), foot);
    Sky.paint(canvas, random, light, foot);
    Land.mountains(canvas, random, light, foot, 2, 0.2 + 0.25 * random.nextDouble());
    double tallest = 0.3 + 0.4 * random.nextDouble();
    Houses.row(canvas, random, light, foot - 0.03, tallest, 0.45);
    Houses.row(canvas, random, light, foot, tallest * (0.5 + 0.3 * random.nextDouble()), 0.08);
    street(canvas, random, light, foot);
    for (int tree = random.nextInt(6); tree > 0; tree--) {
      double u = random.nextDouble() * canvas.aspect();
      Things.leafy(canvas, random, light, u, foot + 0.03, 0.1 + 0.15 * random.nextDouble(), 0);
    }
  }

  private static void street(Canvas canvas, Random random, Light light, double foot) {
    Noise asphalt = new Noise(random.nextLong());
    canvas.wash(
        foot,
        1,
        (u, v) -> {
          double depth = (v - foot) / (1 - foot);
          double speckle = asphalt.fractal(u * 90, v * 160, 3);
          boolean pavement = depth < 0.22;
          boolean line = Math.abs(depth - 0.6) < 0.03 && Math.floorMod((int) (u * 9), 2) == 0;
          int ground = pavement ? 0xB0A898 : line ? 0xE8E4D8 : 0x5C5A5C;
          return light.on(ground, 0.75 + 0.5 * speckle, 0);
        });
  }

  private static void forest(Canvas canvas, Random random, Light light, double horizon, int trees) {
    double[] depths = random.doubles(trees).map(depth -> depth * depth).sorted().toArray();
    double grove = random.nextDouble() * canvas.aspect();
    boolean pines = random.nextBoolean();
    for (double depth : depths) {
      double spread = canvas.aspect() * (random.nextDouble() - 0.5);
      double u = grove + spread * (0.35 + 1.3 * random.nextDouble());
      double foot = horizon + 0.01 + 0.3 * depth;
      double height = 0.035 + 0.5 * depth * (0.6 + 0.4 * random.nextDouble());
      double haze = 0.35 * (1 - Shapes.smooth(0, 0.4, depth));
      if (pines == random.nextInt(5) > 0) {
        Things.pine(canvas, random, light, u, foot, height, haze);
      } else {
        Things.leafy(canvas, random, light, u, foot, height * 0.85, haze);
      }
    }
  }

  private static void balloons(
      Canvas canvas, Random random, Light light, double horizon, int count) {
    for (int balloon = 0; balloon < count; balloon++) {
      double u = canvas.aspect() * (0.08 + 0.84 * random.nextDouble());
      double v = horizon * (0.15 + 0.5 * random.nextDouble());
      Things.balloon(canvas, random, light, u, v, 0.025 + 0.07 * random.nextDouble());
    }
  }
}
