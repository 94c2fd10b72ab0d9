package org.assay.datasets.transform;

import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Resampling;
import org.assay.media.Raster;

/** Changes of size, cut and direction. */
public final class Geometry {
  private Geometry() {}

  /** Both sides scaled to {@code percent}, rounded, never below one pixel. */
  public static Transform scale(int percent) {
    requirePercent(percent, 1, 1000);
    return new Transform(
        "scale-" + percent,
        raster ->
            Resampling.scale(
                raster,
                share(raster.widthPixels(), percent),
                share(raster.heightPixels(), percent)));
  }

  /** Squeezed in width only, as careless reposting does. */
  public static Transform squeeze(int percent) {
    requirePercent(percent, 1, 1000);
    return new Transform(
        "squeeze-" + percent,
        raster ->
            Resampling.scale(raster, share(raster.widthPixels(), percent), raster.heightPixels()));
  }

  /** The middle of the picture, {@code percent} of each side. */
  public static Transform crop(int percent) {
    requirePercent(percent, 1, 100);
    return new Transform(
        "crop-" + percent,
        raster -> {
          int width = share(raster.widthPixels(), percent);
          int height = share(raster.heightPixels(), percent);
          return cut(
              raster,
              (raster.widthPixels() - width) / 2,
              (raster.heightPixels() - height) / 2,
              width,
              height);
        });
  }

  /** The upper left of the picture, {@code percent} of each side. */
  public static Transform cropCorner(int percent) {
    requirePercent(percent, 1, 100);
    return new Transform(
        "crop-corner-" + percent,
        raster ->
            cut(
                raster,
                0,
                0,
                share(raster.widthPixels(), percent),
                share(raster.heightPixels(), percent)));
  }

  /** Left and right exchanged. */
  public static Transform mirror() {
    return new Transform(
        "mirror",
        raster ->
            map(
                raster,
                raster.widthPixels(),
                raster.heightPixels(),
                (x, y) -> pixelIndex(raster, raster.widthPixels() - 1 - x, y)));
  }

  /** Top and bottom exchanged. */
  public static Transform flip() {
    return new Transform(
        "flip",
        raster ->
            map(
                raster,
                raster.widthPixels(),
                raster.heightPixels(),
                (x, y) -> pixelIndex(raster, x, raster.heightPixels() - 1 - y)));
  }

  /** A quarter turn clockwise, without loss; the sides are exchanged. */
  public static Transform rotate90() {
    return new Transform(
        "rotate-90",
        raster ->
            map(
                raster,
                raster.heightPixels(),
                raster.widthPixels(),
                (x, y) -> pixelIndex(raster, y, raster.heightPixels() - 1 - x)));
  }

  /** Half a turn, without loss. */
  public static Transform rotate180() {
    Transform quarter = rotate90();
    return new Transform("rotate-180", raster -> quarter.apply(quarter.apply(raster)));
  }

  /** A quarter turn counter-clockwise, without loss; the sides are exchanged. */
  public static Transform rotate270() {
    Transform quarter = rotate90();
    Transform half = rotate180();
    return new Transform("rotate-270", raster -> half.apply(quarter.apply(raster)));
  }

  /** Turned clockwise about the middle; the size stays, corners turn black. */
  public static Transform rotate(int degrees) {
    if (degrees < 1 || degrees > 359) {
      throw new IllegalArgumentException("an angle must be 1 to 359 degrees: " + degrees);
    }
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    return new Transform("rotate-" + degrees, raster -> turned(raster, sin, cos));
  }

  private static Raster turned(Raster raster, double sin, double cos) {
    int width = raster.widthPixels();
    int height = raster.heightPixels();
    Canvas canvas = new Canvas(width, height);
    canvas.wash(
        0,
        1,
        (u, v) -> {
          double right = u * height - width / 2.0;
          double down = v * height - height / 2.0;
          double x = width / 2.0 + cos * right + sin * down;
          double y = height / 2.0 - sin * right + cos * down;
          boolean outside = x < 0 || y < 0 || x >= width || y >= height;
          return outside ? 0 : Resampling.sample(raster, x, y);
        });
    return canvas.raster();
  }

  /** A rectangle of the picture; it must lie inside. */
  static Raster cut(Raster raster, int left, int top, int width, int height) {
    return map(raster, width, height, (x, y) -> pixelIndex(raster, left + x, top + y));
  }

  private static int share(int pixels, int percent) {
    return Math.max(1, Math.round(pixels * percent / 100f));
  }

  private static void requirePercent(int percent, int least, int most) {
    if (percent < least || percent > most) {
      throw new IllegalArgumentException(
          "percent must be %d to %d: %d".formatted(least, most, percent));
    }
  }

  private interface Source {
    int index(int x, int y);
  }

  private static int pixelIndex(Raster raster, int x, int y) {
    return 3 * (y * raster.widthPixels() + x);
  }

  private static Raster map(Raster raster, int width, int height, Source source) {
    byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        System.arraycopy(raster.rgb(), source.index(x, y), rgb, 3 * (y * width + x), 3);
      }
    }
    return new Raster(width, height, rgb);
  }
}
