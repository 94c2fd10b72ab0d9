package org.assay.media;

/**
 * A picture as 8-bit samples, upright.
 *
 * <p>Samples are the file's own: colour profiles are not applied, 16-bit samples keep their high
 * byte, and alpha is dropped without blending (see {@code docs/detectors/decoding.md}).
 */
public final class Raster {
  private final int widthPixels;
  private final int heightPixels;
  private final byte[] rgb;

  /**
   * Takes over {@code rgb} without copying it.
   *
   * @param rgb row-major, red, green, blue interleaved, {@code 3 * width * height} bytes
   * @throws IllegalArgumentException if the length does not fit the size
   */
  public Raster(int widthPixels, int heightPixels, byte[] rgb) {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "picture size must be positive: " + widthPixels + " x " + heightPixels);
    }
    if (rgb.length != 3L * widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          "%d x %d pixels need %d bytes, found %d"
              .formatted(widthPixels, heightPixels, 3L * widthPixels * heightPixels, rgb.length));
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.rgb = rgb;
  }

  /** Columns. */
  public int widthPixels() {
    return widthPixels;
  }

  /** Rows. */
  public int heightPixels() {
    return heightPixels;
  }

  /** The samples themselves, not a copy: row-major, red, green, blue; never write to it. */
  public byte[] rgb() {
    return rgb;
  }

  /** The smaller side. */
  public int shortSidePixels() {
    return Math.min(widthPixels, heightPixels);
  }

  @Override
  public String toString() {
    return widthPixels + " x " + heightPixels + " pixels";
  }
}
