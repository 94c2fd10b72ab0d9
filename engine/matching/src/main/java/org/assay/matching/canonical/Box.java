package org.assay.matching.canonical;

/**
 * A rectangle of a picture, in pixels.
 *
 * @param left first column
 * @param top first row
 * @param width columns, at least one
 * @param height rows, at least one
 */
public record Box(int left, int top, int width, int height) {

  /** Checks that the box is not empty and begins inside. */
  public Box {
    if (left < 0 || top < 0 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException(
          "no box: %d x %d at %d, %d".formatted(width, height, left, top));
    }
  }

  /** Number of pixels. */
  public long area() {
    return (long) width * height;
  }
}
