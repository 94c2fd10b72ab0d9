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
   * @param in four rows of {@code window.length()} samples
   * @param out the rows from {@code top} get as many sums; none of them is also in {@code in}
   */
  static void of(BoxWindow window, float[][] in, float[][] out, int top) {
    float[] sums = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      sums[row] = head(window, in[row], out[top + row]);
    }
    middle(window, in, out, top, sums);
    for (int row = 0; row < ROWS; row++) {
      tail(window, in[row], out[top + row], sums[row]);
    }
  }

  /** Positions where nothing has left the window yet. */
  private static float head(BoxWindow window, float[] in, float[] out) {
    int lead = window.lead();
    float sum = 0;
    for (int i = 0; i < lead; i++) {
      sum += in[i];
    }
    for (int i = 0; i < window.trail(); i++) {
      sum += in[lead + i];
      out[i] = sum;
    }
    return sum;
  }

  /** Positions where one sample enters and one leaves: nearly all. */
  private static void middle(BoxWindow window, float[][] in, float[][] out, int top, float[] sums) {
    int trail = window.trail();
    int size = window.lead() + trail;
    int count = window.length() - size;
    float[] in0 = in[0];
    float[] in1 = in[1];
    float[] in2 = in[2];
    float[] in3 = in[3];
    float[] out0 = out[top];
    float[] out1 = out[top + 1];
    float[] out2 = out[top + 2];
    float[] out3 = out[top + 3];
    float sum0 = sums[0];
    float sum1 = sums[1];
    float sum2 = sums[2];
    float sum3 = sums[3];
    for (int i = 0; i < count; i++) {
      sum0 = sum0 + in0[size + i] - in0[i];
      out0[trail + i] = sum0;
      sum1 = sum1 + in1[size + i] - in1[i];
      out1[trail + i] = sum1;
      sum2 = sum2 + in2[size + i] - in2[i];
      out2[trail + i] = sum2;
      sum3 = sum3 + in3[size + i] - in3[i];
      out3[trail + i] = sum3;
    }
    sums[0] = sum0;
    sums[1] = sum1;
    sums[2] = sum2;
    sums[3] = sum3;
  }

  /** Positions where nothing enters the window any more. */
  private static void tail(BoxWindow window, float[] in, float[] out, float last) {
    float sum = last;
    for (int i = window.length() - window.lead(); i < window.length(); i++) {
      sum -= in[i - window.trail()];
      out[i] = sum;
    }
  }
}
