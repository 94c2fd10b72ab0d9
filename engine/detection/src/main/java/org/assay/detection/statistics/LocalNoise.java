package org.assay.detection.statistics;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * How noise is spread over blocks of eight by eight pixels: its distribution, how it follows
 * brightness (as a sensor's does), and its level in the smoother half of the blocks.
 */
final class LocalNoise implements Statistic {
  private static final int BLOCK = 8;
  private static final int BLOCKS = (Tile.SIDE / BLOCK) * (Tile.SIDE / BLOCK);
  private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final double FLOOR = 0.02;

  @Override
  public int size() {
    return QUANTILES.length + 5;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    Plane residual = tile.noise();
    double[] noise = new double[BLOCKS];
    double[] brightness = new double[BLOCKS];
    double silent = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int left = block % (Tile.SIDE / BLOCK) * BLOCK;
      int top = block / (Tile.SIDE / BLOCK) * BLOCK;
      double strength = mean(residual, left, top, true);
      noise[block] = Math.log(strength + FLOOR);
      brightness[block] = mean(tile.luma(), left, top, false);
      silent += strength < 0.2 ? 1.0 / BLOCKS : 0;
    }
    double[] sorted = noise.clone();
    Arrays.sort(sorted);
    for (double quantile : QUANTILES) {
      values.put((float) sorted[(int) (quantile * (BLOCKS - 1))]);
    }
    values.put((float) silent);
    values.put((float) correlation(noise, brightness));
    values.put((float) smoothCorrelation(noise, brightness, sorted[BLOCKS / 2]));
    values.put((float) share(tile.luma(), -1, 2));
    values.put((float) share(tile.luma(), 253, 256));
  }

  private static double mean(Plane plane, int left, int top, boolean magnitude) {
    double sum = 0;
    int right = Math.min(left + BLOCK, plane.width());
    int bottom = Math.min(top + BLOCK, plane.height());
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += magnitude ? Math.abs(plane.at(x, y)) : plane.at(x, y);
      }
    }
    return sum / ((double) (right - left) * (bottom - top));
  }

  private static double smoothCorrelation(double[] noise, double[] brightness, double limit) {
    double[] keptNoise = new double[BLOCKS];
    double[] keptBrightness = new double[BLOCKS];
    int kept = 0;
    for (int i = 0; i < BLOCKS; i++) {
      if (noise[i] <= limit) {
        keptNoise[kept] = noise[i];
        keptBrightness[kept++] = brightness[i];
      }
    }
    return correlation(Arrays.copyOf(keptNoise, kept), Arrays.copyOf(keptBrightness, kept));
  }

  /** Pearson's; 0 where one side does not vary. */
  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    double scale = Math.sqrt(squareA * squareB);
    return scale < 1e-6 ? 0 : product / scale;
  }

  private static double share(Plane plane, double above, double below) {
    int count = 0;
    for (float sample : plane.samples()) {
      if (sample > above && sample < below) {
        count++;
      }
    }
    return (double) count / plane.samples().length;
  }
}
