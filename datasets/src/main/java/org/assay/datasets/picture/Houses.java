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
        boolean lamp = random.nextDouble() < lit;
        double shine = random.nextDouble();
        window(canvas, light, left, top, stepU * 0.5, stepV * 0.58, frame, lamp, shine, block.haze);
      }
    }
  }

  private static void window(
      Canvas canvas,
      Light light,
      double left,
      double top,
      double width,
      double height,
      int frame,
      boolean lamp,
      double shine,
      double haze) {
    double right = left + width;
    double bottom = top + height;
    double rim = width * 0.1;
    canvas.paint(
        left - rim,
        top - rim,
        right + rim,
        bottom + rim,
        Shapes.box(left - rim, top - rim, right + rim, bottom + rim),
        (u, v) -> light.on(frame, 0.95, haze));
    int glass = Colour.mix(0x1E2A38, light.zenith(), 0.2 + 0.5 * shine);
    int glow = Colour.mix(0xFFD070, 0xFFF0C0, shine);
    canvas.paint(
        left,
        top,
        right,
        bottom,
        Shapes.box(left, top, right, bottom),
        (u, v) -> {
          boolean bar = Math.abs(u - left - width / 2) < rim * 0.5;
          double slant = 0.75 + 0.5 * (right - u + v - top) / (width + height);
          int pane = lamp ? Colour.scale(glow, slant) : Colour.scale(glass, slant);
          return bar ? light.on(frame, 0.95, haze) : Colour.mix(pane, light.haze(), haze);
        });
  }
}
