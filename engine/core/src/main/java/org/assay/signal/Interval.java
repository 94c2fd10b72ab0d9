package org.assay.signal;

import java.time.Duration;
import java.util.Objects;

/** A stretch of time of a video or a sound, from {@code start} to {@code end}. */
public record Interval(Duration start, Duration end, String note) implements Evidence {

  /** Checks the order. */
  public Interval {
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException("interval runs backwards: " + start + " to " + end);
    }
    Objects.requireNonNull(note, "note");
  }
}
