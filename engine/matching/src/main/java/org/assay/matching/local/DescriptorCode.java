package org.assay.matching.local;

import java.util.Random;

/**
 * Turns a SIFT descriptor into bits: each bit says on which side of a random plane the descriptor
 * lies, so the share of bits that differ grows with the angle between two descriptors.
 *
 * <p>The planes come from a fixed seed, so codes made by any run of any version can be compared.
 * They come in pairs that are each other's mirror image: mirroring a picture swaps neighbouring
 * bits.
 *
 * @see <a href="https://doi.org/10.1145/509907.509965">Charikar, 2002</a>
 * @see <a href="https://doi.org/10.1109/CVPR.2012.6248018">Arandjelovic and Zisserman, 2012</a>, on
 *     taking the root
 */
public final class DescriptorCode {
  /** Length in bits. */
  public static final int BITS = 256;

  /** Length in words of 64 bits. */
  public static final int WORDS = BITS / Long.SIZE;

  /** Values of a SIFT descriptor: 4 x 4 cells, each of 8 directions. */
  static final int VALUES = 128;

  private static final long SEED = 0x5EED;

  /** Every second bit, from the lowest. */
  private static final long EVEN = 0x5555555555555555L;

  /**
   * Mean root of each value, in thousandths, of 48,000 features of photographs; the lower two rows
   * of cells mirror the upper two. Planes through the mean part descriptors into equal halves.
   */
  private static final int[] MEAN = {
    74, 58, 49, 54, 66, 45, 37, 48, 130, 80, 50, 51, 63, 46, 43, 74, 130, 71, 42, 46, 62, 51, 52,
    84, 75, 47, 36, 44, 64, 54, 50, 60, 91, 62, 51, 62, 80, 56, 42, 55, 166, 90, 53, 62, 79, 57,
    48, 90, 166, 88, 46, 56, 79, 63, 55, 94, 92, 55, 41, 55, 79, 62, 52, 63
  };

  /** Value by value, each with all planes, so that sums run side by side. */
  private static final float[] PLANES = planes();

  /** How far the mean descriptor lies from each plane. */
  private static final float[] OFFSETS = offsets();

  private DescriptorCode() {}

  /**
   * How far the descriptor lies from each plane; its sign is the bit.
   *
   * @param descriptors of many features; each value at least 0
   * @param at where the values of this one begin
   */
  static float[] projections(float[] descriptors, int at) {
    float sum = 0;
    for (int i = 0; i < VALUES; i++) {
      sum += descriptors[at + i];
    }
    float scale = sum > 0 ? 1 / sum : 0;
    float[] out = OFFSETS.clone();
    for (int i = 0; i < VALUES; i++) {
      add((float) Math.sqrt(descriptors[at + i] * scale), i, out);
    }
    return out;
  }

  /** The projections of the same feature in the mirrored picture. */
  static float[] mirrored(float[] projections) {
    float[] out = new float[BITS];
    for (int bit = 0; bit < BITS; bit++) {
      out[bit] = projections[bit ^ 1];
    }
    return out;
  }

  /** A word of the code of the same feature in the mirrored picture. */
  static long mirrored(long word) {
    return ((word & EVEN) << 1) | ((word >>> 1) & EVEN);
  }

  /** The signs of the projections. */
  static void write(float[] projections, long[] codes, int at) {
    for (int bit = 0; bit < BITS; bit++) {
      if (projections[bit] > 0) {
        codes[at + bit / Long.SIZE] |= 1L << bit;
      }
    }
  }

  private static void add(float value, int index, float[] out) {
    int from = index * BITS;
    for (int bit = 0; bit < BITS; bit++) {
      out[bit] += value * PLANES[from + bit];
    }
  }

  /** Mirroring about the feature's own direction swaps rows of cells and turns directions round. */
  private static int mirror(int index) {
    int row = index / 32;
    int column = index / 8 % 4;
    int direction = index % 8;
    return (3 - row) * 32 + column * 8 + (8 - direction) % 8;
  }

  private static float[] planes() {
    Random random = new Random(SEED);
    float[] planes = new float[BITS * VALUES];
    for (int bit = 0; bit < BITS; bit += 2) {
      for (int i = 0; i < VALUES; i++) {
        float value = (float) random.nextGaussian();
        planes[i * BITS + bit] = value;
        planes[mirror(i) * BITS + bit + 1] = value;
      }
    }
    return planes;
  }

  private static float[] offsets() {
    float[] offsets = new float[BITS];
    for (int i = 0; i < VALUES; i++) {
      int mean = MEAN[i < VALUES / 2 ? i : mirror(i)];
      add(-mean / 1000f, i, offsets);
    }
    return offsets;
  }
}
