package org.assay.matching.hash;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * From 16 x 16 frequencies to the hashes of all eight transforms.
 *
 * <p>Mirroring a picture changes the sign of every odd frequency along one axis, and swapping rows
 * and columns transposes the coefficients; turns are both. So one DCT serves all eight. A bit says
 * whether its coefficient exceeds the median of the 256, which changes with the signs.
 */
final class DihedralBits {
  private static final int SIDE = Dct.SIDE;
  private static final int COUNT = SIDE * SIDE;

  private DihedralBits() {}

  /** The hash of the picture after each transform. */
  static Map<Transform, PdqHash> of(float[] dct) {
    Map<Transform, PdqHash> hashes = new EnumMap<>(Transform.class);
    for (Transform transform : Transform.values()) {
      hashes.put(transform, bits(coefficients(dct, transform)));
    }
    return hashes;
  }

  /** The coefficients of the transformed picture. */
  private static float[] coefficients(float[] dct, Transform transform) {
    boolean transpose =
        switch (transform) {
          case ROT90, ROT270, FLIPPLUS1, FLIPMINUS1 -> true;
          case IDENTITY, ROT180, FLIPX, FLIPY -> false;
        };
    boolean upsideDown =
        switch (transform) {
          case ROT180, ROT270, FLIPX, FLIPMINUS1 -> true;
          case IDENTITY, ROT90, FLIPY, FLIPPLUS1 -> false;
        };
    boolean mirrored =
        switch (transform) {
          case ROT90, ROT180, FLIPY, FLIPMINUS1 -> true;
          case IDENTITY, ROT270, FLIPX, FLIPPLUS1 -> false;
        };
    float[] out = new float[COUNT];
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        // Index 0 is frequency 1, so even indices are the odd frequencies.
        boolean negative = (upsideDown && (i & 1) == 0) ^ (mirrored && (j & 1) == 0);
        float value = dct[i * SIDE + j];
        out[transpose ? j * SIDE + i : i * SIDE + j] = negative ? -value : value;
      }
    }
    return out;
  }

  /** Bit {@code i} counts from the least significant. */
  private static PdqHash bits(float[] coefficients) {
    float[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    float median = sorted[COUNT / 2 - 1]; // Torben's method, in the reference, gives the lower one
    long[] words = new long[COUNT / Long.SIZE];
    for (int i = 0; i < COUNT; i++) {
      if (coefficients[i] > median) {
        words[i / Long.SIZE] |= 1L << i;
      }
    }
    return new PdqHash(words[3], words[2], words[1], words[0]);
  }
}
