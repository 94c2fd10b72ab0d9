package org.assay.matching.canonical;

import org.assay.matching.local.GreyPlane;

/**
 * The one large panel on a ground of one colour, as in a screenshot of a feed: text, avatars and
 * buttons around it are separate from it, and smaller.
 */
final class Panel {
  private static final int NEAR = 10;

  /** The ground must be seen along the box's edge and make up this much of all. */
  private static final double LEAST_GROUND = 0.1;

  private static final double LEAST_PANEL = 0.15;

  /** Rounded corners and a few spots of the ground's colour may be missing from the panel. */
  private static final double LEAST_FILLED = 0.8;

  private Panel() {}

  /** The panel's box; the same box if there is no such panel. */
  static Box within(GreyPlane plane, Box box) {
    int ground = ground(plane, box);
    boolean[] figure = new boolean[box.width() * box.height()];
    int figures = 0;
    for (int i = 0; i < figure.length; i++) {
      int value = value(plane, box, i % box.width(), i / box.width());
      figure[i] = Math.abs(value - ground) > NEAR;
      figures += figure[i] ? 1 : 0;
    }
    if (figures > (1 - LEAST_GROUND) * figure.length) {
      return box;
    }
    Pieces pieces = Pieces.of(figure, box.width(), box.height());
    Box largest = pieces.largest();
    boolean panel =
        largest.area() >= LEAST_PANEL * box.area()
            && pieces.largestPixels() >= LEAST_FILLED * largest.area();
    return panel
        ? new Box(
            box.left() + largest.left(),
            box.top() + largest.top(),
            largest.width(),
            largest.height())
        : box;
  }

  /** The commonest value along the edge of the box. */
  private static int ground(GreyPlane plane, Box box) {
    int[] counts = new int[256];
    for (int x = 0; x < box.width(); x++) {
      counts[value(plane, box, x, 0)]++;
      counts[value(plane, box, x, box.height() - 1)]++;
    }
    for (int y = 0; y < box.height(); y++) {
      counts[value(plane, box, 0, y)]++;
      counts[value(plane, box, box.width() - 1, y)]++;
    }
    int best = 0;
    for (int value = 1; value < counts.length; value++) {
      best = counts[value] > counts[best] ? value : best;
    }
    return best;
  }

  private static int value(GreyPlane plane, Box box, int x, int y) {
    return plane.luma()[(box.top() + y) * plane.widthPixels() + box.left() + x] & 0xff;
  }
}
