package org.assay.detection.face;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assay.signal.Region;
import org.assay.signal.Region.Point;

/**
 * One face in a picture; edges and points may lie outside of the picture where the face is cut off.
 *
 * @param left column of the left edge in pixels
 * @param top row of the upper edge in pixels; the box runs from the brows to the chin
 * @param width in pixels, positive
 * @param height in pixels, positive
 * @param score how sure the detector is, in [0, 1]
 * @param points one a {@link Landmark}, in the order of its index, in pixels
 */
public record Face(
    double left, double top, double width, double height, double score, List<Point> points) {

  /** Checks size, score and number of points. */
  public Face {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("face size must be positive: " + width + " x " + height);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("face score must be in [0, 1]: " + score);
    }
    points = List.copyOf(points);
    if (points.size() != Landmark.values().length) {
      throw new IllegalArgumentException("a face has six points, found " + points.size());
    }
  }

  /** Where a key point lies, in pixels. */
  public Point point(Landmark landmark) {
    return points.get(landmark.index());
  }

  /** Centre of the box. */
  public Point centre() {
    return new Point(left + width / 2, top + height / 2);
  }

  /** Angle of the line from the right to the left eye in radians, clockwise, 0 when level. */
  public double rollRadians() {
    Point right = point(Landmark.RIGHT_EYE);
    Point eye = point(Landmark.LEFT_EYE);
    return Math.atan2(eye.y() - right.y(), eye.x() - right.x());
  }

  /** Area that both boxes cover, divided by the area that either covers; in [0, 1]. */
  public double overlap(Face other) {
    double both = shared(other);
    return both / (width * height + other.width * other.height - both);
  }

  /** Share of the smaller box that lies in the larger one; in [0, 1]. */
  double containment(Face other) {
    return shared(other) / Math.min(width * height, other.width * other.height);
  }

  /** As evidence of a signal. */
  public Region region(Optional<Duration> time) {
    return new Region(left, top, width, height, points, score, time, "face");
  }

  Face withScore(double newScore) {
    return new Face(left, top, width, height, newScore, points);
  }

  private double shared(Face other) {
    double across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
    double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
    return Math.max(0, across) * Math.max(0, down);
  }
}
