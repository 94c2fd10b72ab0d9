package org.assay.datasets.transform;

import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Lettering;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Resampling;
import org.assay.datasets.drawing.Shapes;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.media.Raster;

/** Things put around, beside or over a picture. */
public final class Overlay {
  private Overlay() {}

  /** A frame of one colour, {@code percent} of the shorter side wide on each side. */
  public static Transform border(int percent, int colour) {
    return new Transform(
        "border-" + percent,
        raster -> {
          int wide = Math.max(1, raster.shortSidePixels() * percent / 100);
          return on(raster, wide, wide, wide, wide, colour).raster();
        });
  }

  /** Black bars above and below, until the picture is square or, if it is higher, a fifth more. */
  public static Transform letterbox() {
    return new Transform(
        "letterbox",
        raster -> {
          int missing = raster.widthPixels() - raster.heightPixels();
          int bar = Math.max(raster.heightPixels() / 10, missing / 2);
          return on(raster, 0, bar, 0, bar, 0).raster();
        });
  }

  /** A white bar with text above the picture, as memes have it. */
  public static Transform captionBar(String caption) {
    return new Transform(
        "caption-bar",
        raster -> {
          int bar = Math.max(8, raster.heightPixels() / 6);
          Canvas canvas = on(raster, 0, bar, 0, 0, 0xFFFFFF);
          double height = bar * canvas.pixel();
          centred(canvas, caption, height * 0.28, height * 0.44, 0x101010);
          return canvas.raster();
        });
  }

  /** Text with a shadow over the lower part of the picture. */
  public static Transform overlayText(String text) {
    return new Transform(
        "overlay-text",
        raster -> {
          Canvas canvas = Canvas.of(raster);
          centred(canvas, text, 0.826, 0.085, 0x000000);
          centred(canvas, text, 0.82, 0.085, 0xFFFFFF);
          return canvas.raster();
        });
  }

  /** A laughing face, a quarter of the height wide, where the seed puts it. */
  public static Transform sticker(long seed) {
    return new Transform(
        "sticker",
        raster -> {
          Random random = new Random(Noise.mix(seed));
          Canvas canvas = Canvas.of(raster);
          double radius = 0.125 * Math.min(1, canvas.aspect());
          double u = radius + (canvas.aspect() - 2 * radius) * random.nextDouble();
          double v = radius + (1 - 2 * radius) * random.nextDouble();
          face(canvas, u, v, radius);
          return canvas.raster();
        });
  }

  private static void face(Canvas canvas, double u, double v, double radius) {
    Canvas.Shape mouth =
        Shapes.both(
            Shapes.disc(u, v + 0.1 * radius, 0.62 * radius), (x, y) -> v + 0.12 * radius - y);
    stamp(canvas, u, v, radius, Shapes.disc(u, v, radius), 0xFFCC33);
    stamp(canvas, u, v, radius, mouth, 0x7A3010);
    stamp(
        canvas,
        u,
        v,
        radius,
        Shapes.disc(u - 0.38 * radius, v - 0.25 * radius, 0.14 * radius),
        0x4A2808);
    stamp(
        canvas,
        u,
        v,
        radius,
        Shapes.disc(u + 0.38 * radius, v - 0.25 * radius, 0.14 * radius),
        0x4A2808);
  }

  private static void stamp(
      Canvas canvas, double u, double v, double radius, Canvas.Shape shape, int colour) {
    canvas.paint(u - radius, v - radius, u + radius, v + radius, shape, (x, y) -> colour);
  }

  /** A telephone's screen with status bar, account line and buttons around the picture. */
  public static Transform screenshot() {
    return new Transform(
        "screenshot",
        raster -> {
          int side = Math.max(2, raster.widthPixels() / 30);
          int top = Math.max(12, raster.widthPixels() / 5);
          int bottom = Math.max(12, raster.widthPixels() / 4);
          Canvas canvas = on(raster, side, top, side, bottom, 0xF7F7F9);
          double unit = raster.widthPixels() / 30.0 * canvas.pixel();
          Lettering.write(canvas, "09:41", unit, 0.6 * unit, 0.9 * unit, 0x202024);
          Lettering.write(canvas, "some.account", 5.2 * unit, 3.2 * unit, unit, 0x202024);
          stamp(
              canvas,
              3 * unit,
              3.7 * unit,
              1.6 * unit,
              Shapes.disc(3 * unit, 3.7 * unit, 1.4 * unit),
              0xC06090);
          double row = 1 - bottom * canvas.pixel() + 1.8 * unit;
          for (int button = 0; button < 3; button++) {
            double u = (2 + 3 * button) * unit;
            stamp(canvas, u, row, unit, Shapes.disc(u, row, 0.8 * unit), 0x505058);
          }
          Lettering.write(canvas, "1,204 likes", unit, row + 1.8 * unit, unit, 0x202024);
          return canvas.raster();
        });
  }

  /** The picture small in a corner of another one, {@code percent} of its sides. */
  public static Transform pictureInPicture(int percent, long seed) {
    return new Transform(
        "picture-in-picture-" + percent,
        raster -> {
          int width = raster.widthPixels();
          int height = raster.heightPixels();
          Raster small =
              Resampling.scale(
                  raster, Math.max(1, width * percent / 100), Math.max(1, height * percent / 100));
          Canvas canvas = Canvas.of(new PictureGenerator(width, height).picture(seed));
          place(
              canvas,
              small,
              (width - small.widthPixels()) * 9 / 10,
              (height - small.heightPixels()) * 9 / 10);
          return canvas.raster();
        });
  }

  private static void centred(Canvas canvas, String text, double top, double height, int colour) {
    double room = 0.94 * canvas.aspect();
    double wide = Lettering.width(text, height);
    double fitting = wide > room ? height * room / wide : height;
    double left = (canvas.aspect() - Lettering.width(text, fitting)) / 2;
    Lettering.write(canvas, text, left, top, fitting, colour);
  }

  private static Canvas on(Raster raster, int left, int top, int right, int bottom, int colour) {
    Canvas canvas =
        new Canvas(
            Math.addExact(raster.widthPixels(), left + right),
            Math.addExact(raster.heightPixels(), top + bottom));
    canvas.wash(0, 1, (u, v) -> colour);
    place(canvas, raster, left, top);
    return canvas;
  }

  /** Lays a picture over the canvas, pixel on pixel. */
  private static void place(Canvas canvas, Raster raster, int left, int top) {
    double pixel = canvas.pixel();
    canvas.blend(
        left * pixel,
        top * pixel,
        (left + raster.widthPixels()) * pixel,
        (top + raster.heightPixels()) * pixel,
        (u, v) ->
            Resampling.pixel(
                raster, (int) Math.floor(u / pixel) - left, (int) Math.floor(v / pixel) - top),
        (u, v) -> {
          double x = Math.floor(u / pixel) - left;
          double y = Math.floor(v / pixel) - top;
          boolean inside =
              x >= 0 && y >= 0 && x < raster.widthPixels() && y < raster.heightPixels();
          return inside ? 1 : 0;
        });
  }
}
