package org.assay.matching.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assay.media.Raster;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** The streaming filter against one that filters the whole picture four times. */
@ExtendWith(RandomSeed.class)
class DownscalerTest {

  @RepeatedTest(60)
  void streamingGivesTheBitsOfTheWholePictureFilter(Random random) {
    int width = 5 + random.nextInt(random.nextBoolean() ? 12 : 400);
    int height = 5 + random.nextInt(random.nextBoolean() ? 12 : 400);
    byte[] rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    assertThat(Downscaler.to64(new Raster(width, height, rgb)))
        .as("%d x %d", width, height)
        .isEqualTo(wholePicture(rgb, width, height));
  }

  private static float[] wholePicture(byte[] rgb, int width, int height) {
    float[] luma = new float[width * height];
    for (int i = 0; i < luma.length; i++) {
      luma[i] =
          0.299f * (rgb[3 * i] & 0xff)
              + 0.587f * (rgb[3 * i + 1] & 0xff)
              + 0.114f * (rgb[3 * i + 2] & 0xff);
    }
    if (width == 64 && height == 64) {
      return luma;
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int y = 0; y < height; y++) {
        box(luma, y * width, 1, width);
      }
      for (int x = 0; x < width; x++) {
        box(luma, x, width, height);
      }
    }
    float[] out = new float[64 * 64];
    for (int row = 0; row < 64; row++) {
      int y = (int) ((row + 0.5) * height / 64);
      for (int column = 0; column < 64; column++) {
        int x = (int) ((column + 0.5) * width / 64);
        out[row * 64 + column] = luma[y * width + x];
      }
    }
    return out;
  }

  /** One running sum over a row or a column, in the order of the reference. */
  private static void box(float[] samples, int at, int stride, int length) {
    float[] in = new float[length];
    for (int i = 0; i < length; i++) {
      in[i] = samples[at + i * stride];
    }
    int window = (length + 127) / 128;
    int before = (window + 2) / 2 - 1; // samples that enter before the first is written
    float sum = 0;
    int count = 0;
    for (int enter = 0; enter < length + before; enter++) {
      if (enter < length) {
        sum += in[enter];
        count++;
      }
      if (enter >= window) {
        sum -= in[enter - window];
        count--;
      }
      if (enter >= before) {
        samples[at + (enter - before) * stride] = sum / count;
      }
    }
  }
}
