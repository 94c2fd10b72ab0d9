package org.assay.media;

/**
 * The opacity plane of a picture, upright like its {@link Raster}.
 *
 * <p>Least significant bits are kept as stored in 8-bit files: some generators hide text there.
 */
public final class Alpha {
  private final int widthPixels;
  private final int heightPixels;
  private final byte[] opacity;

  /**
   * Takes over {@code opacity} without copying it.
   *
   * @param opacity row-major, one byte a pixel, 255 is opaque
   * @throws IllegalArgumentException if the length does not fit the size
   */
  public Alpha(int widthPixels, int heightPixels, byte[] opacity) {
    if (opacity.length != (long) widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          "%d x %d pixels need %d bytes, found %d"
              .formatted(
                  widthPixels, heightPixels, (long) widthPixels * heightPixels, opacity.length));
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.opacity = opacity;
  }

  /** Columns. */
  public int widthPixels() {
    return widthPixels;
  }

  /** Rows. */
  public int heightPixels() {
    return heightPixels;
  }

  /** The samples themselves, not a copy; never write to it. */
  public byte[] opacity() {
    return opacity;
  }
}
