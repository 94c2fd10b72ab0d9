package org.assay.datasets.drawing;

import org.assay.media.Raster;

/** Pictures at other sizes and angles. */
public final class Resampling {
  private Resampling() {}

  /**
   * The picture at another size, each side filtered with a triangle as wide as the step, so that
   * shrinking does not alias.
   *
   * @throws IllegalArgumentException if the new size is not positive
   */
  public static Raster scale(Raster raster, int widthPixels, int heightPixels) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "size must be positive: " + widthPixels + " x " + heightPixels);
    }
    int oldWidth = raster.widthPixels();
    int oldHeight = raster.heightPixels();
    byte[] source = raster.rgb();
    float[] wide = new float[3 * widthPixels * oldHeight];
    double stepX = (double) oldWidth / widthPixels;
    for (int x = 0; x < widthPixels; x++) {
      Taps taps = new Taps((x + 0.5) * stepX - 0.5, Math.max(1, stepX), oldWidth);
      for (int row = 0; row < 3 * oldHeight; row++) {
        int start = row / 3 * 3 * oldWidth + row % 3;
        float sum = 0;
        for (int tap = 0; tap < taps.weights.length; tap++) {
          sum += taps.weights[tap] * (source[start + 3 * taps.index(tap)] & 0xff);
        }
        wide[row / 3 * 3 * widthPixels + 3 * x + row % 3] = sum;
      }
    }
    return scaleRows(wide, widthPixels, oldHeight, heightPixels);
  }

  private static Raster scaleRows(float[] wide, int width, int oldHeight, int newHeight) {
    byte[] rgb = new byte[3 * width * newHeight];
    double step = (double) oldHeight / newHeight;
    for (int y = 0; y < newHeight; y++) {
      Taps taps = new Taps((y + 0.5) * step - 0.5, Math.max(1, step), oldHeight);
      for (int i = 0; i < 3 * width; i++) {
        float sum = 0;
        for (int tap = 0; tap < taps.weights.length; tap++) {
          sum += taps.weights[tap] * wide[3 * width * taps.index(tap) + i];
        }
        rgb[3 * width * y + i] = (byte) Math.max(0, Math.min(255, Math.round(sum)));
      }
    }
    return new Raster(width, newHeight, rgb);
  }

  /**
   * The colour between pixels, bilinear, packed {@code 0xRRGGBB}; beyond the edge, the edge's.
   *
   * @param x in pixels; 0.5 is the middle of the first column
   * @param y in pixels; 0.5 is the middle of the first row
   */
  public static int sample(Raster raster, double x, double y) {
    double column = Math.max(0, Math.min(raster.widthPixels() - 1, x - 0.5));
    double row = Math.max(0, Math.min(raster.heightPixels() - 1, y - 0.5));
    int left = (int) column;
    int top = (int) row;
    float u = (float) (column - left);
    float v = (float) (row - top);
    int width = raster.widthPixels();
    int upper = 3 * (top * width + left);
    int lower = top + 1 < raster.heightPixels() ? upper + 3 * width : upper;
    int right = left + 1 < width ? 3 : 0;
    int colour = 0;
    for (int channel = 0; channel < 3; channel++) {
      float above = between(raster.rgb(), upper + channel, right, u);
      float below = between(raster.rgb(), lower + channel, right, u);
      colour = (colour << 8) | (int) (above + v * (below - above) + 0.5f);
    }
    return colour;
  }

  /**
   * A part of the picture, bilinear.
   *
   * @param left edge of the part, in pixels of the picture
   * @param top edge of the part, in pixels of the picture
   * @param step pixels of the picture for one of the part
   */
  public static Raster part(
      Raster raster, double left, double top, double step, int widthPixels, int heightPixels) {
    byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(widthPixels, heightPixels))];
    int at = 0;
    for (int y = 0; y < heightPixels; y++) {
      for (int x = 0; x < widthPixels; x++) {
        int colour = sample(raster, left + (x + 0.5) * step, top + (y + 0.5) * step);
        rgb[at++] = (byte) Colour.red(colour);
        rgb[at++] = (byte) Colour.green(colour);
        rgb[at++] = (byte) Colour.blue(colour);
      }
    }
    return new Raster(widthPixels, heightPixels, rgb);
  }

  private static float between(byte[] rgb, int at, int step, float share) {
    int one = rgb[at] & 0xff;
    return one + share * ((rgb[at + step] & 0xff) - one);
  }

  /** The colour of one pixel, packed {@code 0xRRGGBB}. */
  public static int pixel(Raster raster, int x, int y) {
    int at = 3 * (y * raster.widthPixels() + x);
    byte[] rgb = raster.rgb();
    return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
  }

  /** The weights of the samples around one place; places beyond the edge repeat the edge. */
  private static final class Taps {
    private final int first;
    private final int length;
    private final float[] weights;

    Taps(double centre, double radius, int length) {
      this.first = (int) Math.ceil(centre - radius);
      this.length = length;
      this.weights = new float[(int) Math.floor(centre + radius) - first + 1];
      float total = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) Math.max(0, 1 - Math.abs(first + i - centre) / radius);
        total += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= total;
      }
    }

    int index(int tap) {
      return Math.max(0, Math.min(length - 1, first + tap));
    }
  }
}
