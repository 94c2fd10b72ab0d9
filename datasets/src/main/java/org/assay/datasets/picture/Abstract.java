package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** Warped bands of colour, as marbled paper has them, with glassy discs. */
final class Abstract {
  private Abstract() {}

  static void paint(Canvas canvas, Random random) {
    Noise warp = new Noise(random.nextLong());
    double hue = random.nextDouble();
    double spread = 0.15 + 0.45 * random.nextDouble();
    double frequency = 1.1 + 1.4 * random.nextDouble();
    double bands = 4 + 7 * random.nextDouble();
    canvas.wash(
        0,
        1,
        (u, v) -> {
          double x = u * frequency;
          double y = v * frequency;
          double bendX = warp.fractal(x + 5.2, y + 1.3, 4);
          double bendY = warp.fractal(x + 9.7, y + 8.1, 4);
          double height = warp.fractal(x + 3 * bendX, y + 3 * bendY, 5);
          double band = height * bands - Math.floor(height * bands);
          double edge = Shapes.smooth(0, 0.12, band) * (1 - 0.5 * Shapes.smooth(0.75, 1, band));
          return Colour.hsv(
              hue + spread * (height + bendX),
              0.75 - 0.55 * bendY,
              0.25 + 0.75 * edge * height * 1.5);
        });
    discs(canvas, random, hue + 0.5);
  }

  private static void discs(Canvas canvas, Random random, double hue) {
    int discs = 2 + random.nextInt(5);
    for (int disc = 0; disc < discs; disc++) {
      double u = random.nextDouble() * canvas.aspect();
      double v = random.nextDouble();
      double radius = 0.05 + 0.17 * random.nextDouble();
      int colour = Colour.hsv(hue + 0.2 * random.nextDouble(), 0.7, 0.95);
      double opacity = 0.55 + 0.4 * random.nextDouble();
      Canvas.Shape shape = Shapes.disc(u, v, radius);
      canvas.blend(
          u - radius,
          v - radius,
          u + radius,
          v + radius,
          (x, y) -> Colour.scale(colour, 1.1 - 0.7 * (y - v + radius) / (2 * radius)),
          (x, y) -> opacity * (0.5 - shape.distance(x, y) / canvas.pixel()));
    }
  }
}
