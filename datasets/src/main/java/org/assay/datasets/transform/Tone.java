package org.assay.datasets.transform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Resampling;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.format.Pixels;
import org.assay.media.Raster;

/** Changes of light, colour, sharpness and coding; sizes stay. */
public final class Tone {
  private Tone() {}

  /** Through a JPEG file of the given quality, 1 to 100. */
  public static Transform jpeg(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality must be 1 to 100: " + quality);
    }
    return new Transform(
        "jpeg-" + quality,
        raster -> {
          try {
            return Pixels.decode(JpegWriter.encode(raster, quality));
          } catch (IOException e) {
            throw new UncheckedIOException("cannot read back a JPEG just written", e);
          }
        });
  }

  /** All samples times {@code percent}. */
  public static Transform brightness(int percent) {
    float factor = percent / 100f;
    return new Transform(
        "brightness-" + percent,
        raster -> each(raster, (r, g, b) -> new float[] {r * factor, g * factor, b * factor}));
  }

  /** Distances to middle grey times {@code percent}. */
  public static Transform contrast(int percent) {
    float factor = percent / 100f;
    return new Transform(
        "contrast-" + percent,
        raster ->
            each(
                raster,
                (r, g, b) ->
                    new float[] {
                      128 + factor * (r - 128), 128 + factor * (g - 128), 128 + factor * (b - 128)
                    }));
  }

  /** Without colour (weights of ITU-R BT.601). */
  public static Transform grey() {
    return new Transform(
        "grey",
        raster ->
            each(
                raster,
                (r, g, b) -> {
                  float luma = 0.299f * r + 0.587f * g + 0.114f * b;
                  return new float[] {luma, luma, luma};
                }));
  }

  /** More red, less blue. */
  public static Transform warm() {
    return new Transform(
        "warm", raster -> each(raster, (r, g, b) -> new float[] {r * 1.15f, g, b * 0.8f}));
  }

  /** Faded and brown, as old prints are. */
  public static Transform sepia() {
    return new Transform(
        "sepia",
        raster ->
            each(
                raster,
                (r, g, b) -> {
                  float luma = 0.299f * r + 0.587f * g + 0.114f * b;
                  return new float[] {luma * 1.07f + 12, luma * 0.88f + 10, luma * 0.66f + 8};
                }));
  }

  /** Blurred over about {@code pixels} to each side; 1 or more. */
  public static Transform blur(int pixels) {
    if (pixels < 1) {
      throw new IllegalArgumentException("blur must be at least 1 pixel: " + pixels);
    }
    return new Transform(
        "blur-" + pixels,
        raster -> {
          int width = Math.max(1, raster.widthPixels() / (pixels + 1));
          int height = Math.max(1, raster.heightPixels() / (pixels + 1));
          Raster small = Resampling.scale(raster, width, height);
          return Resampling.scale(small, raster.widthPixels(), raster.heightPixels());
        });
  }

  /** Gaussian noise of the given standard deviation on every sample. */
  public static Transform noise(int deviation, long seed) {
    return new Transform(
        "noise-" + deviation,
        raster -> {
          Random random = new Random(Noise.mix(seed));
          return each(
              raster,
              (r, g, b) ->
                  new float[] {
                    r + (float) (deviation * random.nextGaussian()),
                    g + (float) (deviation * random.nextGaussian()),
                    b + (float) (deviation * random.nextGaussian())
                  });
        });
  }

  private interface Filter {
    float[] apply(float red, float green, float blue);
  }

  private static Raster each(Raster raster, Filter filter) {
    byte[] old = raster.rgb();
    byte[] rgb = new byte[old.length];
    for (int at = 0; at < rgb.length; at += 3) {
      float[] pixel = filter.apply(old[at] & 0xff, old[at + 1] & 0xff, old[at + 2] & 0xff);
      for (int channel = 0; channel < 3; channel++) {
        rgb[at + channel] = (byte) Math.max(0, Math.min(255, Math.round(pixel[channel])));
      }
    }
    return new Raster(raster.widthPixels(), raster.heightPixels(), rgb);
  }
}
