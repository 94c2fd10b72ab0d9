package org.assay.matching.canonical;

import java.util.Arrays;
import org.assay.matching.local.GreyPlane;

/**
 * A pair of blurred bars left and right or above and below, as apps put around a picture of another
 * shape: far less detail than between them, and equally wide.
 */
final class BlurredBars {
  private static final double LEAST_SHARE = 0.06;
  private static final double MOST_SHARE = 0.42;
  private static final double UNEVEN = 0.02;
  private static final double DETAIL_RATIO = 0.4;
  private static final double LEAST_DETAIL = 2;

  private final GreyPlane plane;

  BlurredBars(GreyPlane plane) {
    this.plane = plane;
  }

  /** The box without a pair of blurred bars; else the same box. */
  Box without(Box box) {
    int columns = bars(box, false);
    int rows = bars(box, true);
    if (columns > 0 && columns * box.height() >= rows * box.width()) {
      return new Box(box.left() + columns, box.top(), box.width() - 2 * columns, box.height());
    }
    return rows > 0
        ? new Box(box.left(), box.top() + rows, box.width(), box.height() - 2 * rows)
        : box;
  }

  /** Lines of each of the two bars; 0 if there are none. */
  private int bars(Box box, boolean rows) {
    int lines = rows ? box.height() : box.width();
    double[] detail = new double[lines];
    for (int line = 0; line < lines; line++) {
      detail[line] = detail(box, rows, line);
    }
    double inside =
        median(Arrays.copyOfRange(detail, lines / 3, Math.max(lines / 3 + 1, 2 * lines / 3)));
    if (inside < LEAST_DETAIL) {
      return 0;
    }
    int start = 0;
    while (start < lines && detail[start] < DETAIL_RATIO * inside) {
      start++;
    }
    int end = 0;
    while (end < lines && detail[lines - 1 - end] < DETAIL_RATIO * inside) {
      end++;
    }
    boolean even = Math.abs(start - end) <= Math.max(2, UNEVEN * lines);
    int bar = (start + end) / 2;
    return even && bar >= LEAST_SHARE * lines && bar <= MOST_SHARE * lines ? bar : 0;
  }

  /** Mean difference of neighbours along a line. */
  private double detail(Box box, boolean rows, int line) {
    int length = rows ? box.width() : box.height();
    double sum = 0;
    for (int i = 1; i < length; i++) {
      sum += Math.abs(value(box, rows, line, i) - value(box, rows, line, i - 1));
    }
    return sum / Math.max(1, length - 1);
  }

  private int value(Box box, boolean rows, int line, int at) {
    int x = box.left() + (rows ? at : line);
    int y = box.top() + (rows ? line : at);
    return plane.luma()[y * plane.widthPixels() + x] & 0xff;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
