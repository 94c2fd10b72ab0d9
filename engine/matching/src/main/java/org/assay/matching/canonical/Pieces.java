package org.assay.matching.canonical;

/**
 * Connected pieces of a mask, neighbours by side.
 *
 * @param largest box of the piece that covers the largest box
 * @param largestPixels pixels of that piece
 */
record Pieces(Box largest, int largestPixels) {

  /** Finds the pieces of a row-major mask; a mask without any gives a box of one pixel. */
  static Pieces of(boolean[] mask, int width, int height) {
    boolean[] seen = new boolean[mask.length];
    int[] stack = new int[mask.length];
    Pieces best = new Pieces(new Box(0, 0, 1, 1), 0);
    for (int start = 0; start < mask.length; start++) {
      if (mask[start] && !seen[start]) {
        Pieces piece = piece(mask, seen, stack, start, width, height);
        if (piece.largest.area() > best.largest.area()) {
          best = piece;
        }
      }
    }
    return best;
  }

  private static Pieces piece(
      boolean[] mask, boolean[] seen, int[] stack, int start, int width, int height) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    int pixels = 0;
    int depth = 0;
    stack[depth++] = start;
    seen[start] = true;
    while (depth > 0) {
      int at = stack[--depth];
      int x = at % width;
      int y = at / width;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      int[] neighbours = {
        x > 0 ? at - 1 : at,
        x + 1 < width ? at + 1 : at,
        y > 0 ? at - width : at,
        y + 1 < height ? at + width : at
      };
      for (int next : neighbours) {
        if (mask[next] && !seen[next]) {
          seen[next] = true;
          stack[depth++] = next;
        }
      }
    }
    return new Pieces(new Box(left, top, right - left + 1, bottom - top + 1), pixels);
  }
}
