package org.assay.provenance.mark;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What generators are known to embed with the invisible-watermark library.
 *
 * @param name of the generator and its payload
 * @param bits most significant first, {@code '0'} and {@code '1'}
 */
record WaveletPayload(String name, String bits) {

  /** The payloads of public generators and of the library's own examples. */
  static final List<WaveletPayload> KNOWN =
      List.of(
          text("Stable Diffusion 1, payload ", "StableDiffusionV1"),
          text("Stable Diffusion 2, payload ", "SDV2"),
          text("InvokeAI, payload ", "InvokeAI"),
          number("SDXL, payload 0x", "B3EC907BB19E"),
          number("FLUX, payload 0x", "2AFE879CF52E"),
          text("example of invisible-watermark, payload ", "test"),
          text("example of invisible-watermark, payload ", "qingquan"));

  private static WaveletPayload text(String who, String text) {
    StringBuilder bits = new StringBuilder();
    for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
      bits.append(Integer.toBinaryString(256 + letter).substring(1));
    }
    return new WaveletPayload(who + text, bits.toString());
  }

  /**
   * As Python's {@code bin} writes it, without leading zeros: FLUX embeds 46 bits for this reason.
   */
  private static WaveletPayload number(String who, String hex) {
    return new WaveletPayload(who + hex, new BigInteger(hex, 16).toString(2));
  }

  /**
   * The score from which on this payload counts as found: Student's t with p below 1e-6 for a
   * picture, all payloads and both methods together (z = 5.27, turned into t by the expansion of
   * Abramowitz and Stegun 26.7.5). Short payloads need more.
   */
  double leastScore() {
    double z = 5.27;
    double freedom = bits.length() - 2.0;
    double cube = z * z * z;
    return z
        + (cube + z) / (4 * freedom)
        + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * freedom * freedom);
  }

  /**
   * How far the block bits at the payload's ones lie above those at its zeros, in standard errors
   * of the averages per position; the spread between positions of the same value is the yardstick,
   * so that flat or regular pictures, whose bits depend on each other, do not look marked.
   *
   * @param blockBits in the order in which blocks are marked
   * @return 0 when the picture has too few blocks or all its bits are equal
   */
  double score(boolean[] blockBits) {
    int length = bits.length();
    if (blockBits.length < 4 * length) {
      return 0;
    }
    double[] sums = new double[length];
    int[] counts = new int[length];
    for (int n = 0; n < blockBits.length; n++) {
      sums[n % length] += blockBits[n] ? 1 : 0;
      counts[n % length]++;
    }
    double[] mean = new double[2];
    double[] square = new double[2];
    int[] count = new int[2];
    for (int i = 0; i < length; i++) {
      int side = bits.charAt(i) - '0';
      double average = sums[i] / counts[i];
      mean[side] += average;
      square[side] += average * average;
      count[side]++;
    }
    double error = 0;
    for (int side = 0; side < 2; side++) {
      mean[side] /= count[side];
      double variance = Math.max(0, square[side] / count[side] - mean[side] * mean[side]);
      // no average of few bits is known better than this
      double least = 0.25 / blockBits.length * length * 0.25;
      error += Math.max(variance, least) / (count[side] - 1);
    }
    return (mean[1] - mean[0]) / Math.sqrt(error);
  }
}
