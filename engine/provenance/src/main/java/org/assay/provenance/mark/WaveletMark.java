package org.assay.provenance.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.media.Image;
import org.assay.media.Raster;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/**
 * The invisible watermarks {@code dwtDct} and {@code dwtDctSvd} of the invisible-watermark library,
 * by a test for payloads that are known, which finds marks that the library's own decoder cannot
 * read any more. Both hide one bit in every 8 x 8 pixels of the U plane, in the low band of a Haar
 * wavelet; no cosine transform takes part in spite of the names (in the second one it would not
 * change the singular values).
 */
final class WaveletMark {
  private static final int LEAST_SIDE_PIXELS = 256;
  private static final int BLOCK_PIXELS = 8;
  private static final int BLOCK = 4;
  private static final double STEP = 36;

  /** Which number of a block carries its bit. */
  private enum Method {
    /** The coefficient of largest magnitude but the first. */
    DWT_DCT("dwtdct"),
    /** The largest singular value. */
    DWT_DCT_SVD("dwtdctsvd");

    private final String kind;

    Method(String kind) {
      this.kind = kind;
    }
  }

  private WaveletMark() {}

  /** The best mark of a picture, if any; a picture that was turned upright is not read. */
  static Optional<Mark> find(Image image) throws InterruptedException {
    Raster raster = image.raster();
    if (image.orientation() != 1 || raster.shortSidePixels() < LEAST_SIDE_PIXELS) {
      return Optional.empty();
    }
    Optional<Mark> best = Optional.empty();
    double bestScore = 0;
    for (Method method : Method.values()) {
      boolean[] bits = bits(raster, method);
      for (WaveletPayload payload : WaveletPayload.KNOWN) {
        double score = payload.score(bits);
        if (score >= payload.leastScore() && score > bestScore) {
          bestScore = score;
          String value = String.format(Locale.ROOT, "%s, score %.1f", payload.name(), score);
          best = Optional.of(Marking.mark(method.kind, "U plane", value, Strength.STRONG, true));
        }
      }
    }
    return best;
  }

  /** The scores of all payloads under both methods, whatever the size of the picture. */
  static List<Double> scores(Raster raster) throws InterruptedException {
    List<Double> scores = new ArrayList<>();
    for (Method method : Method.values()) {
      boolean[] bits = bits(raster, method);
      WaveletPayload.KNOWN.forEach(payload -> scores.add(payload.score(bits)));
    }
    return scores;
  }

  /** One bit a block, row by row. */
  private static boolean[] bits(Raster raster, Method method) throws InterruptedException {
    int columns = raster.widthPixels() / BLOCK_PIXELS;
    int rows = raster.heightPixels() / BLOCK_PIXELS;
    boolean[] bits = new boolean[rows * columns];
    double[] low = new double[BLOCK * BLOCK];
    for (int row = 0; row < rows; row++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("looking for invisible watermarks");
      }
      for (int column = 0; column < columns; column++) {
        lowBand(raster, column * BLOCK_PIXELS, row * BLOCK_PIXELS, low);
        double value = method == Method.DWT_DCT ? largestButFirst(low) : largestSingularValue(low);
        bits[row * columns + column] = value % STEP > STEP / 2;
      }
    }
    return bits;
  }

  /** The low band of an orthonormal Haar transform: half the sum of each 2 x 2 pixels. */
  private static void lowBand(Raster raster, int left, int top, double[] low) {
    byte[] rgb = raster.rgb();
    int width = raster.widthPixels();
    for (int i = 0; i < BLOCK * BLOCK; i++) {
      int at = 3 * ((top + 2 * (i / BLOCK)) * width + left + 2 * (i % BLOCK));
      low[i] =
          (blueness(rgb, at)
                  + blueness(rgb, at + 3)
                  + blueness(rgb, at + 3 * width)
                  + blueness(rgb, at + 3 * width + 3))
              / 2.0;
    }
  }

  /** U of OpenCV's 8-bit conversion. */
  private static int blueness(byte[] rgb, int at) {
    int red = rgb[at] & 0xFF;
    int green = rgb[at + 1] & 0xFF;
    int blue = rgb[at + 2] & 0xFF;
    long luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
    return (int) Math.max(0, Math.min(255, Math.round(0.492 * (blue - luma) + 128)));
  }

  private static double largestButFirst(double[] block) {
    double largest = 0;
    for (int i = 1; i < block.length; i++) {
      largest = Math.max(largest, Math.abs(block[i]));
    }
    return largest;
  }

  /** By power iteration; all entries are positive, so the start cannot be orthogonal to it. */
  private static double largestSingularValue(double[] block) {
    double[] vector = {0.5, 0.5, 0.5, 0.5};
    double norm = 0;
    for (int round = 0; round < 6; round++) {
      double[] image = new double[BLOCK];
      double[] back = new double[BLOCK];
      double squares = 0;
      for (int i = 0; i < BLOCK; i++) {
        for (int j = 0; j < BLOCK; j++) {
          image[i] += block[BLOCK * i + j] * vector[j];
        }
        squares += image[i] * image[i];
      }
      norm = Math.sqrt(squares);
      double length = 0;
      for (int j = 0; j < BLOCK; j++) {
        for (int i = 0; i < BLOCK; i++) {
          back[j] += block[BLOCK * i + j] * image[i];
        }
        length += back[j] * back[j];
      }
      length = Math.sqrt(length);
      if (length == 0) {
        return 0;
      }
      for (int j = 0; j < BLOCK; j++) {
        vector[j] = back[j] / length;
      }
    }
    return norm;
  }
}
