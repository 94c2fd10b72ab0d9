package org.assay.matching.local;

/**
 * Words to look features up by: some of a code's bits, so that features which look alike often
 * share a word. A query also tries the words it gets by flipping the bits it is least sure of.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/1325851.1325958">Lv, Josephson, Wang, Charikar and
 *     Li, 2007</a>, on asking several words
 */
public final class Words {
  /** Bits of a code that make one word. */
  static final int CODE_BITS = 26;

  /** Words of each feature, from different bits. */
  public static final int PER_FEATURE = 2;

  /** Different words, as powers of two; codes are folded to them. */
  private static final int SLOT_BITS = 20;

  /** Number of different words. */
  public static final int COUNT = PER_FEATURE << SLOT_BITS;

  private static final int UNSURE_BITS = 3;

  /** Words that a query tries for each feature. */
  public static final int PROBES = PER_FEATURE << UNSURE_BITS;

  private static final long MASK = (1L << CODE_BITS) - 1;

  private Words() {}

  /**
   * One word of a feature, in [0, {@link #COUNT}).
   *
   * @param which in [0, {@link #PER_FEATURE})
   */
  public static int of(LocalFeatures features, int index, int which) {
    return folded(features.codes()[index * DescriptorCode.WORDS + which] & MASK, which);
  }

  /** Equal bits give equal words; others nearly never do. */
  private static int folded(long bits, int which) {
    long mixed = bits * 0x9E3779B97F4A7C15L; // Fibonacci hashing
    return (which << SLOT_BITS) | (int) (mixed >>> (Long.SIZE - SLOT_BITS));
  }

  /** Writes the words to try for a feature with these projections, the likeliest first. */
  static void probes(float[] projections, int[] words, int at) {
    for (int which = 0; which < PER_FEATURE; which++) {
      int from = which * Long.SIZE;
      long bits = 0;
      for (int bit = 0; bit < CODE_BITS; bit++) {
        if (projections[from + bit] > 0) {
          bits |= 1L << bit;
        }
      }
      int[] unsure = unsure(projections, from);
      for (int flips = 0; flips < 1 << UNSURE_BITS; flips++) {
        long probe = bits;
        for (int i = 0; i < UNSURE_BITS; i++) {
          if (((flips >> i) & 1) != 0) {
            probe ^= 1L << unsure[i];
          }
        }
        words[at++] = folded(probe, which);
      }
    }
  }

  /** The bits whose projections lie nearest to their planes. */
  private static int[] unsure(float[] projections, int from) {
    int[] nearest = new int[UNSURE_BITS];
    long taken = 0;
    for (int rank = 0; rank < UNSURE_BITS; rank++) {
      int best = -1;
      for (int bit = 0; bit < CODE_BITS; bit++) {
        if (((taken >> bit) & 1) == 0
            && (best < 0
                || Math.abs(projections[from + bit]) < Math.abs(projections[from + best]))) {
          best = bit;
        }
      }
      taken |= 1L << best;
      nearest[rank] = best;
    }
    return nearest;
  }
}
