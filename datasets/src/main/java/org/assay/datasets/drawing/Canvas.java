package org.assay.datasets.drawing;

import java.util.stream.IntStream;
import org.assay.media.Raster;

/**
 * A picture to paint on. Places are given in heights of the picture: {@code u} runs from 0 at the
 * left to {@link #aspect()} at the right, {@code v} from 0 at the top to 1 at the bottom, so that
 * one painter gives the same scene at every size. Not safe for concurrent use.
 */
public final class Canvas {
  private static final long WORTH_SHARING_PIXELS = 1 << 14;

  private final int widthPixels;
  private final int heightPixels;
  private final float[] rgb; // row-major, interleaved, in [0, 255]

  /** A black canvas; the size must be positive. */
  public Canvas(int widthPixels, int heightPixels) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "canvas size must be positive: " + widthPixels + " x " + heightPixels);
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.rgb = new float[Math.multiplyExact(3, Math.multiplyExact(widthPixels, heightPixels))];
  }

  /** A canvas that shows {@code raster}. */
  public static Canvas of(Raster raster) {
    Canvas canvas = new Canvas(raster.widthPixels(), raster.heightPixels());
    byte[] samples = raster.rgb();
    for (int i = 0; i < samples.length; i++) {
      canvas.rgb[i] = samples[i] & 0xff;
    }
    return canvas;
  }

  /** How far a place lies outside a shape, negative inside, in heights of the picture. */
  @FunctionalInterface
  public interface Shape {
    /** Signed distance of the place. */
    double distance(double u, double v);
  }

  /** The colour at a place. */
  @FunctionalInterface
  public interface Ink {
    /** Packed {@code 0xRRGGBB}. */
    int colour(double u, double v);
  }

  /** How much of the ink covers a place, in [0, 1]; more or less is clamped. */
  @FunctionalInterface
  public interface Cover {
    /** Opacity of the place. */
    double opacity(double u, double v);
  }

  /** Width divided by height. */
  public double aspect() {
    return (double) widthPixels / heightPixels;
  }

  /** The side of one pixel in heights of the picture. */
  public double pixel() {
    return 1.0 / heightPixels;
  }

  /** Paints the whole width between {@code top} and {@code bottom}. */
  public void wash(double top, double bottom, Ink ink) {
    blend(0, top, aspect(), bottom, ink, (u, v) -> 1);
  }

  /** Paints a shape with smooth edges inside the given bounds. */
  public void paint(double left, double top, double right, double bottom, Shape shape, Ink ink) {
    double pixel = pixel();
    blend(left, top, right, bottom, ink, (u, v) -> 0.5 - shape.distance(u, v) / pixel);
  }

  /**
   * Lays ink over what is there, as thickly as {@code cover} says, inside the given bounds. Rows of
   * large areas are painted at the same time, so ink and cover must be pure, and may look only at
   * rows outside the bounds.
   */
  public void blend(double left, double top, double right, double bottom, Ink ink, Cover cover) {
    int firstX = Math.max(0, (int) Math.floor(left * heightPixels));
    int lastX = Math.min(widthPixels - 1, (int) Math.ceil(right * heightPixels));
    int firstY = Math.max(0, (int) Math.floor(top * heightPixels));
    int lastY = Math.min(heightPixels - 1, (int) Math.ceil(bottom * heightPixels));
    IntStream rows = IntStream.rangeClosed(firstY, lastY);
    long pixels = (lastX - firstX + 1L) * (lastY - firstY + 1L);
    (pixels < WORTH_SHARING_PIXELS ? rows : rows.parallel())
        .forEach(y -> blendRow(y, firstX, lastX, ink, cover));
  }

  private void blendRow(int y, int firstX, int lastX, Ink ink, Cover cover) {
    double v = (y + 0.5) / heightPixels;
    for (int x = firstX; x <= lastX; x++) {
      double u = (x + 0.5) / heightPixels;
      float opacity = (float) Math.max(0, Math.min(1, cover.opacity(u, v)));
      if (opacity > 0) {
        lay(3 * (y * widthPixels + x), ink.colour(u, v), opacity);
      }
    }
  }

  private void lay(int at, int colour, float opacity) {
    rgb[at] += opacity * (Colour.red(colour) - rgb[at]);
    rgb[at + 1] += opacity * (Colour.green(colour) - rgb[at + 1]);
    rgb[at + 2] += opacity * (Colour.blue(colour) - rgb[at + 2]);
  }

  /** The colour now at the pixel nearest to a place; outside the picture, the nearest edge. */
  public int colourAt(double u, double v) {
    int x = Math.max(0, Math.min(widthPixels - 1, (int) Math.floor(u * heightPixels)));
    int y = Math.max(0, Math.min(heightPixels - 1, (int) Math.floor(v * heightPixels)));
    int at = 3 * (y * widthPixels + x);
    return Colour.of(rgb[at], rgb[at + 1], rgb[at + 2]);
  }

  /** What has been painted, rounded to 8 bits. */
  public Raster raster() {
    byte[] samples = new byte[rgb.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) Math.max(0, Math.min(255, Math.round(rgb[i])));
    }
    return new Raster(widthPixels, heightPixels, samples);
  }
}
