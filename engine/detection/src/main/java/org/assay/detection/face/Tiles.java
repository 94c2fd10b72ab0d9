package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;

/** Where to lay squares of one size so that they cover a picture and overlap. */
final class Tiles {
  /** Upper left corner of a square, in pixels. */
  record Corner(int x, int y) {
    /** Whether a face, in pixels of the square, is cut by an edge that is not the picture's own. */
    boolean cuts(Face face, int widthPixels, int heightPixels, int side) {
      return (x > 0 && face.left() < 0)
          || (y > 0 && face.top() < 0)
          || (x + side < widthPixels && face.left() + face.width() > side)
          || (y + side < heightPixels && face.top() + face.height() > side);
    }
  }

  private Tiles() {}

  /** How many {@link #cover} lays. */
  static long count(int widthPixels, int heightPixels, int side, int overlap) {
    return (long) along(widthPixels, side, overlap) * along(heightPixels, side, overlap);
  }

  /**
   * Covers a picture: neighbours overlap by {@code overlap} pixels or more, so that whatever is no
   * larger lies whole in one of them. Where the picture is smaller than a square, the square
   * reaches over its right or lower edge.
   *
   * @return row by row
   * @throws IllegalArgumentException unless {@code 0 <= overlap < side}
   */
  static List<Corner> cover(int widthPixels, int heightPixels, int side, int overlap) {
    int columns = along(widthPixels, side, overlap);
    int rows = along(heightPixels, side, overlap);
    List<Corner> corners = new ArrayList<>(columns * rows);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        corners.add(
            new Corner(
                place(column, columns, widthPixels, side), place(row, rows, heightPixels, side)));
      }
    }
    return corners;
  }

  private static int along(int length, int side, int overlap) {
    if (overlap < 0 || overlap >= side) {
      throw new IllegalArgumentException("overlap must be in [0, " + side + "): " + overlap);
    }
    int step = side - overlap;
    return length <= side ? 1 : (length - side + step - 1) / step + 1;
  }

  private static int place(int index, int count, int length, int side) {
    return count == 1 ? 0 : (int) ((long) index * (length - side) / (count - 1));
  }
}
