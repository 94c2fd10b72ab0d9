package org.assay.matching.hash;

/**
 * Running sums along rows, four rows at a time.
 *
 * <p>A running sum is one long chain of additions, each waiting for the one before, and the
 * reference's bits forbid to break it up. Four rows are four independent chains, which a processor
 * works on side by side.
 */
final class RowSums {
  /** Rows that are summed together. */
  static final int ROWS = 4;

  private RowSums() {}

  /**
   * Writes the sum over the window at every position, not yet divided.
   *
   * @param in four rows of {@code window.length()} samples, one after the other from {@code inAt}
   * @param out room for as many sums from {@code outAt}; not the same array as {@code in}
   */
  static void of(BoxWindow window, float[] in, int inAt, float[] out, int outAt) {
    int length = window.length();
    int lead = window.lead();
    int trail = window.trail();
    float[] sums = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      sums[row] = head(window, in, inAt + row * length, out, outAt + row * length);
    }
    middle(window, in, inAt, out, outAt, sums);
    for (int row = 0; row < ROWS; row++) {
      float sum = sums[row];
      int from = inAt + row * length - trail;
      int to = outAt + row * length;
      for (int i = length - lead; i < length; i++) {
        sum -= in[from + i];
        out[to + i] = sum;
      }
    }
  }

  /** Positions where nothing has left the window yet. */
  private static float head(BoxWindow window, float[] in, int inAt, float[] out, int outAt) {
    int lead = window.lead();
    float sum = 0;
    for (int i = 0; i < lead; i++) {
      sum += in[inAt + i];
    }
    for (int i = 0; i < window.trail(); i++) {
      sum += in[inAt + lead + i];
      out[outAt + i] = sum;
    }
    return sum;
  }

  /** Positions where one sample enters and one leaves: nearly all. */
  private static void middle(
      BoxWindow window, float[] in, int inAt, float[] out, int outAt, float[] sums) {
    int length = window.length();
    int count = length - window.lead() - window.trail();
    int enter0 = inAt + window.trail() + window.lead();
    int enter1 = enter0 + length;
    int enter2 = enter1 + length;
    int enter3 = enter2 + length;
    int leave0 = inAt;
    int leave1 = leave0 + length;
    int leave2 = leave1 + length;
    int leave3 = leave2 + length;
    int to0 = outAt + window.trail();
    int to1 = to0 + length;
    int to2 = to1 + length;
    int to3 = to2 + length;
    float sum0 = sums[0];
    float sum1 = sums[1];
    float sum2 = sums[2];
    float sum3 = sums[3];
    for (int i = 0; i < count; i++) {
      sum0 = sum0 + in[enter0 + i] - in[leave0 + i];
      sum1 = sum1 + in[enter1 + i] - in[leave1 + i];
      sum2 = sum2 + in[enter2 + i] - in[leave2 + i];
      sum3 = sum3 + in[enter3 + i] - in[leave3 + i];
      out[to0 + i] = sum0;
      out[to1 + i] = sum1;
      out[to2 + i] = sum2;
      out[to3 + i] = sum3;
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    sums[3] = sum3;
  }
}
