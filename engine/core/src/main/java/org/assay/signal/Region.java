package org.assay.signal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A rectangle of the upright picture or of one frame.
 *
 * @param left column of the left edge in pixels; may be negative where the thing is cut off
 * @param top row of the upper edge in pixels; may be negative
 * @param width in pixels, positive
 * @param height in pixels, positive
 * @param points key points in pixels, in an order the detector's page gives; may be empty
 * @param score how sure the detector is of this region, in [0, 1]
 * @param time of the frame; empty for a still picture
 */
public record Region(
    double left,
    double top,
    double width,
    double height,
    List<Point> points,
    double score,
    Optional<Duration> time,
    String note)
    implements Evidence {

  /** A place in the picture, in pixels from its upper left corner. */
  public record Point(double x, double y) {}

  /** Checks size and score. */
  public Region {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("region size must be positive: " + width + " x " + height);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("region score must be in [0, 1]: " + score);
    }
    points = List.copyOf(points);
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(note, "note");
  }
}
