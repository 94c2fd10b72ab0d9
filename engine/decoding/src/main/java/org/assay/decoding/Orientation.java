package org.assay.decoding;

/** Turns samples upright, the one place where an EXIF orientation is applied. */
final class Orientation {
  private Orientation() {}

  /** Whether the orientation swaps width and height. */
  static boolean swapsSides(int orientation) {
    return orientation >= 5;
  }

  /**
   * Samples as a viewer would show them.
   *
   * @param orientation EXIF orientation, 1 to 8 (CIPA DC-008, tag 274)
   * @param width columns as stored
   * @param height rows as stored
   * @param samples row-major, {@code channels} interleaved; returned itself for orientation 1
   * @param channels bytes a pixel
   */
  static byte[] apply(int orientation, int width, int height, byte[] samples, int channels) {
    if (orientation == 1) {
      return samples;
    }
    int rows = swapsSides(orientation) ? width : height;
    int columns = swapsSides(orientation) ? height : width;
    byte[] upright = new byte[samples.length];
    int to = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int from = channels * source(orientation, width, height, x, y);
        for (int c = 0; c < channels; c++) {
          upright[to++] = samples[from + c];
        }
      }
    }
    return upright;
  }

  private static int source(int orientation, int width, int height, int x, int y) {
    return switch (orientation) {
      case 2 -> y * width + width - 1 - x;
      case 3 -> (height - 1 - y) * width + width - 1 - x;
      case 4 -> (height - 1 - y) * width + x;
      case 5 -> x * width + y;
      case 6 -> (height - 1 - x) * width + y;
      case 7 -> (height - 1 - x) * width + width - 1 - y;
      case 8 -> x * width + width - 1 - y;
      default -> throw new IllegalArgumentException("orientation must be 1 to 8: " + orientation);
    };
  }
}
