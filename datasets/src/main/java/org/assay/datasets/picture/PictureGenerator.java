package org.assay.datasets.picture;

import java.util.Arrays;
import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Noise;
import org.assay.media.Raster;

/**
 * Paints pictures from seeds: the same seed gives the same bytes on every machine, and the same
 * scene (but for the grain) at every size of one shape. Immutable; safe for concurrent use.
 */
public final class PictureGenerator {
  private static final double GRAIN = 2.2;

  private final int widthPixels;
  private final int heightPixels;

  /**
   * For pictures of one size.
   *
   * @throws IllegalArgumentException if a side is not positive
   */
  public PictureGenerator(int widthPixels, int heightPixels) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "picture size must be positive: " + widthPixels + " x " + heightPixels);
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
  }

  /** A picture of a scene that the seed chooses. */
  public Raster picture(long seed) {
    Scene[] scenes = Scene.values();
    int choice = (int) Long.remainderUnsigned(Noise.mix(~seed), scenes.length);
    return picture(seed, scenes[choice]);
  }

  /** A picture of the given scene. */
  public Raster picture(long seed, Scene scene) {
    Canvas canvas = new Canvas(widthPixels, heightPixels);
    // Random's first numbers hardly differ between neighbouring seeds, so these are spread first.
    Random random = new Random(Noise.mix(seed ^ ((long) scene.name().hashCode() << 32)));
    switch (scene) {
      case LANDSCAPE -> Outdoors.landscape(canvas, random);
      case LAKE -> Outdoors.lake(canvas, random);
      case TOWN -> Outdoors.town(canvas, random);
      case STILL_LIFE -> StillLife.paint(canvas, random);
      case PORTRAIT -> Portrait.paint(canvas, random);
      case ABSTRACT -> Abstract.paint(canvas, random);
    }
    return grain(canvas.raster(), random.nextLong());
  }

  /** One colour without grain, packed {@code 0xRRGGBB}: nothing for a hash to hold on to. */
  public Raster flat(int colour) {
    Canvas canvas = new Canvas(widthPixels, heightPixels);
    canvas.wash(0, 1, (u, v) -> colour);
    return canvas.raster();
  }

  /** Noise as of a camera's sensor: a little on every sample, more where there is more light. */
  private static Raster grain(Raster clean, long seed) {
    byte[] rgb = Arrays.copyOf(clean.rgb(), clean.rgb().length);
    for (int i = 0; i < rgb.length; i++) {
      long bits = Noise.mix(seed + i);
      // The sum of four even numbers is near enough to a bell curve; its deviation is 0.577.
      double bell = (short) bits + (short) (bits >> 16) + (short) (bits >> 32) + (bits >> 48);
      int value = rgb[i] & 0xff;
      double strength = GRAIN * (0.5 + value / 255.0) / 0.577 / 2 / 32_768;
      rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(value + bell * strength)));
    }
    return new Raster(clean.widthPixels(), clean.heightPixels(), rgb);
  }
}
