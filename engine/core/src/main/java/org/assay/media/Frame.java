package org.assay.media;

import java.time.Duration;
import java.util.Objects;

/**
 * One picture sampled from a video.
 *
 * @param time since the start of the video
 * @param cut whether it was sampled because the scene changed there
 */
public record Frame(Duration time, Raster raster, boolean cut) {

  /** Checks that nothing is missing. */
  public Frame {
    if (time.isNegative()) {
      throw new IllegalArgumentException("frame time is negative: " + time);
    }
    Objects.requireNonNull(raster, "raster");
  }
}
