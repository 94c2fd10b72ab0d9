package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** A drawn person, head and shoulders, before blurred lights; nobody in particular. */
final class Portrait {
  private final Canvas canvas;
  private final Random random;
  private final double u;
  private final double v;
  private final double size; // half the height of the head
  private final double side;
  private final int skin;

  private Portrait(Canvas canvas, Random random) {
    this.canvas = canvas;
    this.random = random;
    this.u = canvas.aspect() * (0.3 + 0.4 * random.nextDouble());
    this.v = 0.38 + 0.1 * random.nextDouble();
    this.size = 0.17 + 0.07 * random.nextDouble();
    this.side = random.nextBoolean() ? 1 : -1;
    this.skin =
        Colour.hsv(0.05 + 0.03 * random.nextDouble(), 0.5, 0.4 + 0.55 * random.nextDouble());
  }

  static void paint(Canvas canvas, Random random) {
    Portrait portrait = new Portrait(canvas, random);
    portrait.lights();
    int hair = Colour.hsv(0.02 + 0.1 * random.nextDouble(), 0.55, 0.1 + 0.6 * random.nextDouble());
    portrait.hair(hair, 1.0 + 0.9 * random.nextDouble());
    portrait.body();
    portrait.face();
    portrait.fringe(hair);
  }

  private void lights() {
    Noise haze = new Noise(random.nextLong());
    double hue = random.nextDouble();
    int dark = Colour.hsv(hue, 0.6, 0.15 + 0.2 * random.nextDouble());
    int warm = Colour.hsv(hue + 0.3 * random.nextDouble(), 0.5, 0.5 + 0.4 * random.nextDouble());
    canvas.wash(
        0, 1, (x, y) -> Colour.mix(dark, warm, haze.fractal(x * 1.4, y * 1.4, 3) * 1.4 - 0.2));
    for (int light = 0; light < 34; light++) {
      double x0 = random.nextDouble() * canvas.aspect();
      double y0 = random.nextDouble();
      double radius = 0.02 + 0.09 * random.nextDouble();
      double opacity = 0.15 + 0.4 * random.nextDouble();
      int colour = Colour.hsv(hue + 0.5 * random.nextDouble(), 0.45, 1);
      Canvas.Shape disc = Shapes.disc(x0, y0, radius);
      canvas.blend(
          x0 - radius,
          y0 - radius,
          x0 + radius,
          y0 + radius,
          (x, y) -> colour,
          (x, y) -> opacity * (1 - Shapes.smooth(-0.012, 0.002, disc.distance(x, y))));
    }
  }

  private void body() {
    Noise cloth = new Noise(random.nextLong());
    int coat = Colour.hsv(random.nextDouble(), 0.55, 0.25 + 0.5 * random.nextDouble());
    double top = v + 1.25 * size;
    boolean striped = random.nextBoolean();
    canvas.paint(
        0,
        top - size,
        canvas.aspect(),
        1,
        Shapes.ellipse(u, top + 1.9 * size, 2.1 * size, 2.0 * size),
        (x, y) -> {
          double fold = cloth.fractal(x * 6, y * 3, 4) + 0.12 * cloth.at(x * 190, y * 190);
          boolean stripe =
              striped && Math.floorMod((int) Math.floor((y + 0.06 * fold) * 22), 2) == 0;
          double lit = 0.55 + 0.6 * fold + 0.25 * side * (x - u) / size;
          return Colour.scale(stripe ? Colour.mix(coat, 0xFFFFFF, 0.55) : coat, lit);
        });
    canvas.paint(
        u - size,
        v,
        u + size,
        v + 2 * size,
        Shapes.roundedBox(
            u - 0.34 * size, v + 0.4 * size, u + 0.34 * size, v + 1.5 * size, 0.25 * size),
        (x, y) -> Colour.scale(skin, 0.62 + 0.25 * side * (x - u) / size));
  }

  private void hair(int colour, double length) {
    Noise strands = new Noise(random.nextLong());
    Canvas.Shape mass =
        Shapes.roundedBox(
            u - 0.95 * size, v - 1.15 * size, u + 0.95 * size, v + length * size, 0.8 * size);
    canvas.paint(
        u - 1.3 * size,
        v - 1.4 * size,
        u + 1.3 * size,
        v + 2.2 * size,
        (x, y) -> mass.distance(x, y) + 0.15 * size * (strands.fractal(x * 22, y * 5, 3) - 0.5),
        (x, y) -> strand(strands, colour, x, y));
  }

  private void fringe(int colour) {
    Noise strands = new Noise(random.nextLong());
    double parting = 0.5 * (random.nextDouble() - 0.5) * size;
    double low = v - size * (0.4 + 0.25 * random.nextDouble());
    Canvas.Shape cap = Shapes.ellipse(u, v - 0.1 * size, 0.9 * size, 1.1 * size);
    canvas.paint(
        u - size,
        v - 1.4 * size,
        u + size,
        v,
        (x, y) -> {
          double curve = low - 0.5 * Math.abs(x - u - parting) * (x > u + parting ? -0.5 : -0.3);
          return Math.max(cap.distance(x, y), y - curve - 0.1 * size * strands.at(x * 60, 1));
        },
        (x, y) -> strand(strands, colour, x, y));
  }

  private int strand(Noise strands, int colour, double x, double y) {
    double shine = strands.fractal(x * 70, y * 7, 3);
    return Colour.scale(colour, 0.5 + 0.9 * shine + 0.3 * side * (x - u) / size);
  }

  private void face() {
    Noise pores = new Noise(random.nextLong());
    canvas.paint(
        u - size,
        v - 1.1 * size,
        u + size,
        v + 1.1 * size,
        Shapes.ellipse(u, v, 0.74 * size, size),
        (x, y) -> {
          double nx = (x - u) / (0.74 * size);
          double ny = (y - v) / size;
          double nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
          double lambert = Math.max(0, 0.4 * side * nx - 0.25 * ny + 0.85 * nz);
          double texture = 0.08 * pores.fractal(x * 60, y * 60, 3);
          return Colour.scale(skin, 0.42 + 0.62 * lambert + texture);
        });
    feature(
        Shapes.stroke(u, v - 0.05 * size, u + 0.07 * side * size, v + 0.24 * size, 0.045 * size),
        0.8);
    feature(Shapes.stroke(u - 0.2 * size, v + 0.5 * size, u, v + 0.56 * size, 0.035 * size), 0.5);
    feature(Shapes.stroke(u, v + 0.56 * size, u + 0.2 * size, v + 0.5 * size, 0.035 * size), 0.5);
    glasses();
  }

  private void feature(Canvas.Shape shape, double brightness) {
    int colour = Colour.scale(Colour.mix(skin, 0xA03030, 0.25), brightness);
    canvas.paint(u - size, v - size, u + size, v + size, shape, (x, y) -> colour);
  }

  private void glasses() {
    int frame = Colour.hsv(random.nextDouble(), 0.6, 0.25);
    double row = v - 0.16 * size;
    for (int eye = -1; eye <= 1; eye += 2) {
      double centre = u + eye * 0.33 * size;
      Canvas.Shape lens =
          Shapes.roundedBox(
              centre - 0.25 * size,
              row - 0.15 * size,
              centre + 0.25 * size,
              row + 0.2 * size,
              0.14 * size);
      canvas.paint(
          centre - 0.4 * size,
          row - 0.4 * size,
          centre + 0.4 * size,
          row + 0.4 * size,
          (x, y) -> lens.distance(x, y) - 0.035 * size,
          (x, y) ->
              lens.distance(x, y) > 0
                  ? frame
                  : Colour.mix(
                      0x10161C,
                      0xB8D0E8,
                      0.55 * (row + 0.1 * size - y + 0.5 * (x - centre)) / size + 0.12));
    }
    feature(Shapes.stroke(u - 0.09 * size, row, u + 0.09 * size, row, 0.035 * size), 0.2);
  }
}
