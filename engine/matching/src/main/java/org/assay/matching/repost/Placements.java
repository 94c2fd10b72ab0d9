package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.matching.canonical.Box;
import org.assay.matching.hash.Transform;
import org.assay.matching.local.Homography;
import org.assay.signal.Region;
import org.assay.signal.Region.Point;

/** Mappings between pictures as boxes, corners and words. */
final class Placements {
  private static final double LEAST_TURN_DEGREES = 1;
  private static final double LEAST_STRETCH = 1.04;

  private Placements() {}

  /**
   * The mapping that lays a box of an original on a box of a query.
   *
   * @param transform the query turned by it looks like the original
   */
  static Homography of(Box original, Box query, Transform transform) {
    Homography toUnit =
        Homography.affine(
            1.0 / original.width(),
            0,
            -(double) original.left() / original.width(),
            0,
            1.0 / original.height(),
            -(double) original.top() / original.height());
    Homography turn =
        switch (transform) {
          case IDENTITY -> Homography.affine(1, 0, 0, 0, 1, 0);
          case FLIPX -> Homography.affine(1, 0, 0, 0, -1, 1);
          case FLIPY -> Homography.affine(-1, 0, 1, 0, 1, 0);
          case ROT180 -> Homography.affine(-1, 0, 1, 0, -1, 1);
          case ROT90 -> Homography.affine(0, -1, 1, 1, 0, 0);
          case ROT270 -> Homography.affine(0, 1, 0, -1, 0, 1);
          case FLIPPLUS1 -> Homography.affine(0, 1, 0, 1, 0, 0);
          case FLIPMINUS1 -> Homography.affine(0, -1, 1, -1, 0, 1);
        };
    Homography toBox =
        Homography.affine(query.width(), 0, query.left(), 0, query.height(), query.top());
    return toUnit.then(turn).then(toBox);
  }

  /** What a picture of this size looks like in the other plane, cut to that plane's size. */
  static Optional<Region> seen(
      Homography mapping,
      double width,
      double height,
      double toWidth,
      double toHeight,
      double score,
      String note) {
    List<Point> corners = new ArrayList<>();
    corners.add(new Point(0, 0));
    corners.add(new Point(width, 0));
    corners.add(new Point(width, height));
    corners.add(new Point(0, height));
    if (corners.stream().anyMatch(corner -> mapping.depth(corner.x(), corner.y()) <= 0)) {
      return Optional.empty();
    }
    List<Point> outline = corners.stream().map(c -> mapping.apply(c.x(), c.y())).toList();
    outline = cut(outline, 1, 0, 0);
    outline = cut(outline, -1, 0, toWidth);
    outline = cut(outline, 0, 1, 0);
    outline = cut(outline, 0, -1, toHeight);
    double left = outline.stream().mapToDouble(Point::x).min().orElse(0);
    double right = outline.stream().mapToDouble(Point::x).max().orElse(0);
    double top = outline.stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = outline.stream().mapToDouble(Point::y).max().orElse(0);
    return right - left > 0 && bottom - top > 0
        ? Optional.of(
            new Region(
                left, top, right - left, bottom - top, outline, score, Optional.empty(), note))
        : Optional.empty();
  }

  /** The part of an outline where {@code a x + b y + c >= 0} (Sutherland and Hodgman, 1974). */
  private static List<Point> cut(List<Point> outline, double a, double b, double c) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < outline.size(); i++) {
      Point from = outline.get(i);
      Point to = outline.get((i + 1) % outline.size());
      double here = a * from.x() + b * from.y() + c;
      double there = a * to.x() + b * to.y() + c;
      if (here >= 0) {
        kept.add(from);
      }
      if (here >= 0 != there >= 0) {
        double share = here / (here - there);
        kept.add(
            new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
      }
    }
    return kept;
  }

  /** What was done to the original, at its middle, and how much of it is seen. */
  static String words(Homography placement, double width, double height, double originalShare) {
    Point middle = placement.apply(width / 2, height / 2);
    Point right = placement.apply(width / 2 + 1, height / 2);
    Point below = placement.apply(width / 2, height / 2 + 1);
    double across = Math.hypot(right.x() - middle.x(), right.y() - middle.y());
    double down = Math.hypot(below.x() - middle.x(), below.y() - middle.y());
    boolean mirrored = placement.areaScale(width / 2, height / 2) < 0;
    double sign = mirrored ? -1 : 1;
    double degrees =
        Math.toDegrees(
            Math.atan2(sign * (right.y() - middle.y()), sign * (right.x() - middle.x())));
    List<String> words = new ArrayList<>();
    if (mirrored) {
      words.add("mirrored");
    }
    if (Math.abs(degrees) >= LEAST_TURN_DEGREES) {
      words.add(
          String.format(
              Locale.ROOT,
              "turned %.0f degrees %s",
              Math.abs(degrees),
              degrees > 0 ? "clockwise" : "counter-clockwise"));
    }
    if (Math.max(across, down) > LEAST_STRETCH * Math.min(across, down)) {
      words.add(String.format(Locale.ROOT, "scaled to %.0f x %.0f %%", 100 * across, 100 * down));
    } else if (Math.abs(across - 1) >= 0.01) {
      words.add(String.format(Locale.ROOT, "scaled to %.0f %%", 100 * across));
    }
    if (originalShare < 0.97) {
      words.add(String.format(Locale.ROOT, "cropped to %.0f %%", 100 * originalShare));
    }
    return words.isEmpty() ? "identity" : String.join(", ", words);
  }
}
