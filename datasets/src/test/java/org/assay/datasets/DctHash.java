package org.assay.datasets;

import java.util.Arrays;
import java.util.BitSet;
import org.assay.datasets.drawing.Resampling;
import org.assay.media.Raster;

/** A slow perceptual hash of 256 bits, much like PDQ: signs of low DCT coefficients. */
public final class DctHash {
  private static final int SIDE = 64;
  private static final int KEPT = 16;

  private DctHash() {}

  /** Bits set where a coefficient is above the median of all kept ones. */
  public static BitSet of(Raster raster) {
    byte[] rgb = Resampling.scale(raster, SIDE, SIDE).rgb();
    double[] coefficients = new double[KEPT * KEPT];
    for (int j = 0; j < KEPT; j++) {
      for (int i = 0; i < KEPT; i++) {
        for (int y = 0; y < SIDE; y++) {
          double vertical = Math.cos(Math.PI * (j + 1) * (2 * y + 1) / (2 * SIDE));
          for (int x = 0; x < SIDE; x++) {
            int at = 3 * (y * SIDE + x);
            double luma =
                0.299 * (rgb[at] & 0xff)
                    + 0.587 * (rgb[at + 1] & 0xff)
                    + 0.114 * (rgb[at + 2] & 0xff);
            coefficients[KEPT * j + i] +=
                luma * vertical * Math.cos(Math.PI * (i + 1) * (2 * x + 1) / (2 * SIDE));
          }
        }
      }
    }
    double[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    double median = (sorted[127] + sorted[128]) / 2;
    BitSet bits = new BitSet(KEPT * KEPT);
    for (int k = 0; k < coefficients.length; k++) {
      bits.set(k, coefficients[k] > median);
    }
    return bits;
  }

  /** How many of the 256 bits differ. */
  public static int distance(Raster one, Raster other) {
    BitSet difference = of(one);
    difference.xor(of(other));
    return difference.cardinality();
  }
}
