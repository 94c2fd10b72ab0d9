package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** Fruit and jars on a wooden table before a wall, lit from one side. */
final class StillLife {
  private final Canvas canvas;
  private final Random random;
  private final double side; // -1: light from the left, 1: from the right
  private final double table;

  private StillLife(Canvas canvas, Random random) {
    this.canvas = canvas;
    this.random = random;
    this.side = random.nextBoolean() ? 1 : -1;
    this.table = 0.5 + 0.2 * random.nextDouble();
  }

  static void paint(Canvas canvas, Random random) {
    StillLife life = new StillLife(canvas, random);
    life.wall();
    life.board();
    int things = 3 + random.nextInt(5);
    for (int thing = 0; thing < things; thing++) {
      double near = (thing + 0.5) / things;
      double u = canvas.aspect() * (0.1 + 0.8 * random.nextDouble());
      double foot = life.table + 0.04 + (0.9 - life.table) * near;
      double size = (0.07 + 0.09 * random.nextDouble()) * (0.8 + 0.5 * near);
      if (random.nextInt(3) == 0) {
        life.jar(u, foot, size);
      } else {
        life.fruit(u, foot, size);
      }
    }
  }

  private void wall() {
    Noise plaster = new Noise(random.nextLong());
    int paint = Colour.hsv(random.nextDouble(), 0.3, 0.55 + 0.3 * random.nextDouble());
    double patch = canvas.aspect() * (0.2 + 0.6 * random.nextDouble());
    double lean = 0.6 * (random.nextDouble() - 0.5);
    canvas.wash(
        0,
        table,
        (u, v) -> {
          double stain = plaster.fractal(u * 5, v * 5, 5);
          double beam = Math.abs(u - patch - lean * v) / (0.22 + 0.3 * v);
          boolean bar = Math.abs((u - patch - lean * v) * 9 % 1) < 0.12;
          double sun = bar ? 0 : 0.35 * (1 - Shapes.smooth(0.8, 1, beam));
          double fall = 0.25 * side * (u / canvas.aspect() - 0.5);
          return Colour.scale(paint, 0.55 + 0.35 * stain + sun + fall);
        });
  }

  private void board() {
    Noise grain = new Noise(random.nextLong());
    int wood =
        Colour.hsv(0.06 + 0.04 * random.nextDouble(), 0.6, 0.35 + 0.35 * random.nextDouble());
    canvas.wash(
        table,
        1,
        (u, v) -> {
          double plank = Math.floor((v - table) * 7);
          double rings = grain.fractal(u * 2.2 + plank * 7, v * 46, 4);
          double gap = (v - table) * 7 - plank;
          double groove = gap < 0.05 ? 0.55 : 1;
          return Colour.scale(wood, groove * (0.5 + 0.9 * rings + 0.2 * (v - table)));
        });
  }

  private void shadow(double u, double foot, double size) {
    canvas.blend(
        u - 4 * size,
        foot - size,
        u + 4 * size,
        foot + size,
        (x, y) -> 0x0A0808,
        (x, y) -> {
          double x1 = (x - u + side * size * 0.9) / (1.7 * size);
          double y1 = (y - foot) / (0.42 * size);
          return 0.6 * (1 - Shapes.smooth(0.3, 1.1, Math.sqrt(x1 * x1 + y1 * y1)));
        });
  }

  private void fruit(double u, double foot, double radius) {
    shadow(u, foot, radius);
    Noise skin = new Noise(random.nextLong());
    int base = Colour.hsv(random.nextDouble() * 0.35 - 0.05, 0.8, 0.85);
    int blush = Colour.hsv(random.nextDouble() * 0.3, 0.75, 0.8);
    double v = foot - radius * 0.92;
    canvas.paint(
        u - radius,
        v - radius,
        u + radius,
        v + radius,
        Shapes.disc(u, v, radius),
        (x, y) -> {
          double nx = (x - u) / radius;
          double ny = (y - v) / radius;
          double nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
          double lambert = Math.max(0, 0.55 * side * nx - 0.55 * ny + 0.63 * nz);
          double gloss = Math.max(0, 0.35 * side * nx - 0.4 * ny + 0.85 * nz - 0.93) * 12;
          int flesh = Colour.mix(base, blush, 2 * skin.fractal(nx * 1.5, ny * 1.5, 4) - 0.5);
          int lit = Colour.scale(flesh, 0.18 + 0.9 * lambert);
          return Colour.mix(lit, 0xFFFFFF, gloss);
        });
    canvas.paint(
        u - radius,
        v - 1.4 * radius,
        u + radius,
        v,
        Shapes.stroke(u, v - 0.85 * radius, u + 0.12 * radius, v - 1.2 * radius, 0.04 * radius),
        (x, y) -> 0x4A3420);
  }

  private void jar(double u, double foot, double size) {
    shadow(u, foot, size);
    int glaze = Colour.hsv(random.nextDouble(), 0.55, 0.75);
    int band = Colour.hsv(random.nextDouble(), 0.4, 0.9);
    double height = size * (2 + 1.6 * random.nextDouble());
    double belly = 0.3 + 0.3 * random.nextDouble();
    double bandAt = 0.35 + 0.3 * random.nextDouble();
    Canvas.Shape body =
        (x, y) ->
            Math.max(
                Math.abs(x - u) - half(y, foot, height, size, belly),
                Math.max(foot - height - y, y - foot));
    canvas.paint(
        u - 1.2 * size,
        foot - height,
        u + 1.2 * size,
        foot,
        body,
        (x, y) -> {
          double nx = (x - u) / half(y, foot, height, size, belly);
          double nz = Math.sqrt(Math.max(0, 1 - nx * nx));
          double lambert = Math.max(0, 0.6 * side * nx + 0.75 * nz);
          double gloss = Math.max(0, 1 - Math.abs(nx - 0.45 * side) * 9) * 0.7;
          boolean ring = Math.abs((foot - y) / height - bandAt) < 0.07;
          return Colour.mix(
              Colour.scale(ring ? band : glaze, 0.2 + 0.85 * lambert), 0xFFFFFF, gloss);
        });
  }

  /** Half the width of a jar: wide at the belly, narrow at the neck, a lip on top. */
  private static double half(double v, double foot, double height, double size, double belly) {
    double up = (foot - v) / height;
    double round = 1 - (up - belly) * (up - belly) * 2.4;
    double neck = 1 - 0.55 * Shapes.smooth(0.55, 0.8, up) + 0.2 * Shapes.smooth(0.92, 0.97, up);
    return Math.max(0.15, 0.75 * round * neck) * size;
  }
}
