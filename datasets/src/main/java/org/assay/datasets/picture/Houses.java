package org.assay.datasets.picture;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Shapes;

/** A row of houses: walls with texture, grids of windows, flat or pitched roofs. */
final class Houses {
  private Houses() {}

  /** Fills the width with houses that stand on {@code foot}, up to {@code tallest} high. */
  static void row(
      Canvas canvas, Random random, Light light, double foot, double tallest, double haze) {
    double left = -0.05 - 0.1 * random.nextDouble();
    while (left < canvas.aspect()) {
      double width = tallest * (0.28 + 0.4 * random.nextDouble());
      double height = tallest * (0.45 + 0.55 * random.nextDouble());
      house(canvas, random, light, new Block(left, foot - height, left + width, foot, haze));
      left += width * (0.98 + (random.nextInt(4) == 0 ? 0.25 : 0));
    }
  }

  private record Block(double left, double top, double right, double foot, double haze) {
    double width() {
      return right - left;
    }
  }

  private static void house(Canvas canvas, Random random, Light light, Block block) {
    Noise plaster = new Noise(random.nextLong());
    double pale = 0.45 + 0.5 * random.nextDouble();
    int wall = Colour.hsv(random.nextDouble() * 0.14, 0.1 + 0.45 * random.nextDouble(), pale);
    double side = light.sunU() < block.left ? -0.12 : 0.12;
    if (random.nextBoolean()) {
      gable(canvas, random, light, block);
    }
    canvas.paint(
        block.left,
        block.top,
        block.right,
        block.foot,
        Shapes.box(block.left, block.top, block.right, block.foot),
        (u, v) -> {
          double across = (u - block.left) / block.width() - 0.5;
          double stain = plaster.fractal(u * 30, v * 18, 4);
          return light.on(wall, 0.72 + 0.4 * stain + side * across, block.haze);
        });
    windows(canvas, random, light, block);
  }

  private static void gable(Canvas canvas, Random random, Light light, Block block) {
    double middle = (block.left + block.right) / 2;
    double peak = block.top - block.width() * (0.3 + 0.35 * random.nextDouble());
    int tiles =
        Colour.hsv(0.01 + 0.06 * random.nextDouble(), 0.6, 0.4 + 0.25 * random.nextDouble());
    canvas.paint(
        block.left - 0.02,
        peak,
        block.right + 0.02,
        block.top,
        Shapes.gable(middle, peak, block.top, block.width() * 0.55),
        (u, v) -> {
          double course = v * 90 - Math.floor(v * 90);
          return light.on(tiles, 0.75 + 0.35 * course, block.haze);
        });
  }

  private static void windows(Canvas canvas, Random random, Light light, Block block) {
    int columns = 2 + random.nextInt(4);
    double stepU = block.width() / (columns + 0.3);
    double stepV = stepU * (1.1 + 0.7 * random.nextDouble());
    double lit = light.night() ? 0.5 : 0.06;
    int frame = random.nextBoolean() ? 0xE8E4DA : 0x4A4038;
    int rows = (int) ((block.foot - block.top) / stepV - 0.3);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double left = block.left + stepU * (column + 0.4);
        double top = block.top + stepV * (row + 0.35);
        Pane pane = new Pane(left, top, left + stepU * 0.5, top + stepV * 0.58);
        boolean lamp = random.nextDouble() < lit;
        double shine = random.nextDouble();
        frame(canvas, light, pane, frame, block.haze);
        glass(canvas, light, pane, lamp, shine, block.haze);
        bar(canvas, light, pane, frame, block.haze);
      }
    }
  }

  private record Pane(double left, double top, double right, double bottom) {
    double rim() {
      return (right - left) * 0.1;
    }
  }

  private static void frame(Canvas canvas, Light light, Pane pane, int colour, double haze) {
    double rim = pane.rim();
    box(
        canvas,
        new Pane(pane.left - rim, pane.top - rim, pane.right + rim, pane.bottom + rim),
        (u, v) -> light.on(colour, 0.95, haze));
  }

  private static void bar(Canvas canvas, Light light, Pane pane, int colour, double haze) {
    double middle = (pane.left + pane.right) / 2;
    double half = pane.rim() / 2;
    box(
        canvas,
        new Pane(middle - half, pane.top, middle + half, pane.bottom),
        (u, v) -> light.on(colour, 0.95, haze));
  }

  private static void glass(
      Canvas canvas, Light light, Pane pane, boolean lamp, double shine, double haze) {
    int dark = Colour.mix(0x1E2A38, light.zenith(), 0.2 + 0.5 * shine);
    int glow = Colour.mix(0xFFD070, 0xFFF0C0, shine);
    double around = pane.right - pane.left + pane.bottom - pane.top;
    box(
        canvas,
        pane,
        (u, v) -> {
          double slant = 0.75 + 0.5 * (pane.right - u + v - pane.top) / around;
          return lamp
              ? Colour.scale(glow, slant)
              : Colour.mix(Colour.scale(dark, slant), light.haze(), haze);
        });
  }

  private static void box(Canvas canvas, Pane pane, Canvas.Ink ink) {
    canvas.paint(
        pane.left,
        pane.top,
        pane.right,
        pane.bottom,
        Shapes.box(pane.left, pane.top, pane.right, pane.bottom),
        ink);
  }
}
