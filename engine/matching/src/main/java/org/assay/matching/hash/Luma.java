package org.assay.matching.hash;

/** Luminance of RGB samples in float arithmetic, as the PDQ reference computes it. */
final class Luma {
  private static final float[] RED = scaled(0.299f);
  private static final float[] GREEN = scaled(0.587f);
  private static final float[] BLUE = scaled(0.114f);

  private Luma() {}

  private static float[] scaled(float weight) {
    float[] table = new float[256];
    for (int value = 0; value < table.length; value++) {
      table[value] = weight * value;
    }
    return table;
  }

  /** Fills {@code out}; {@code rgb} is interleaved and read from byte {@code rgbAt}. */
  static void of(byte[] rgb, int rgbAt, float[] out) {
    int to = 0;
    int end = rgbAt + 3 * out.length;
    for (int at = rgbAt; at < end; at += 3) { // bounds checks are hoisted for this form of loop
      out[to++] = RED[rgb[at] & 0xff] + GREEN[rgb[at + 1] & 0xff] + BLUE[rgb[at + 2] & 0xff];
    }
  }
}
