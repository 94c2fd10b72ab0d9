package org.assay.matching.canonical;

import org.assay.matching.local.GreyPlane;

/**
 * Bars of one colour along the sides: letterbox, frame, caption. A bar may carry text; it ends with
 * an empty line next to the picture.
 */
final class PlainBars {
  private static final int NEAR = 10;
  private static final double EMPTY_LINE = 0.97;
  private static final double TEXT_LINE = 0.4;

  private final GreyPlane plane;

  PlainBars(GreyPlane plane) {
    this.plane = plane;
  }

  /** The box without its bars; at least a line of it is left. */
  Box without(Box box) {
    int top = bar(box, true, true);
    int bottom = bar(box, true, false);
    int left = bar(box, false, true);
    int right = bar(box, false, false);
    if (top + bottom >= box.height() || left + right >= box.width()) {
      return box; // one colour all over
    }
    return new Box(
        box.left() + left,
        box.top() + top,
        box.width() - left - right,
        box.height() - top - bottom);
  }

  /** Lines that a bar takes from one side. */
  private int bar(Box box, boolean rows, boolean fromStart) {
    int lines = rows ? box.height() : box.width();
    int colour = colour(box, rows, fromStart ? 0 : lines - 1);
    int bar = 0;
    for (int i = 0; i < lines; i++) {
      double share = share(box, rows, fromStart ? i : lines - 1 - i, colour);
      if (share < TEXT_LINE) {
        break;
      }
      if (share >= EMPTY_LINE) {
        bar = i + 1;
      }
    }
    return bar;
  }

  /** The commonest value of a line, give or take {@link #NEAR}. */
  private int colour(Box box, boolean rows, int line) {
    int[] counts = new int[256];
    int length = rows ? box.width() : box.height();
    for (int i = 0; i < length; i++) {
      counts[value(box, rows, line, i)]++;
    }
    int best = 0;
    int most = -1;
    for (int value = 0; value < counts.length; value++) {
      int near = 0;
      for (int i = Math.max(0, value - NEAR); i <= Math.min(255, value + NEAR); i++) {
        near += counts[i] * (NEAR + 1 - Math.abs(i - value));
      }
      if (near > most) {
        most = near;
        best = value;
      }
    }
    return best;
  }

  private double share(Box box, boolean rows, int line, int colour) {
    int length = rows ? box.width() : box.height();
    int near = 0;
    for (int i = 0; i < length; i++) {
      near += Math.abs(value(box, rows, line, i) - colour) <= NEAR ? 1 : 0;
    }
    return (double) near / length;
  }

  private int value(Box box, boolean rows, int line, int at) {
    int x = box.left() + (rows ? at : line);
    int y = box.top() + (rows ? line : at);
    return plane.luma()[y * plane.widthPixels() + x] & 0xff;
  }
}
