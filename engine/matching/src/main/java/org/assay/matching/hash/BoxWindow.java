package org.assay.matching.hash;

/**
 * The window of a one-dimensional box filter: at position {@code p} it covers the samples from
 * {@code p - trail + 1} to {@code p + lead}, as far as there are any.
 *
 * @param length number of samples
 * @param lead samples after the position
 * @param trail samples up to and including the position
 */
record BoxWindow(int length, int lead, int trail) {
  private static final int TARGET = 64;

  /** The window of the PDQ reference: half a block of the 64 x 64 picture, rounded up. */
  static BoxWindow of(int length) {
    int size = (int) ((length + 2L * TARGET - 1) / (2 * TARGET));
    int lead = (size + 2) / 2 - 1;
    return new BoxWindow(length, lead, size - lead);
  }

  /** How many samples the window covers at a position. */
  int count(int position) {
    return Math.min(position + lead, length - 1) - Math.max(position - trail, -1);
  }

  /** The positions whose samples make the 64: the centres of the blocks. */
  int[] centres() {
    int[] centres = new int[TARGET];
    for (int i = 0; i < TARGET; i++) {
      centres[i] = (int) ((2L * i + 1) * length / (2 * TARGET));
    }
    return centres;
  }
}
