package org.assay.media;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Moving pictures, sampled.
 *
 * @param duration of the whole video, also where fewer frames were sampled
 * @param frames upright, in order of time, one a second and at scene cuts; at least one
 * @param sound the first sound track, mixed to mono; empty when there is none
 */
public record Video(
    MediaItem item,
    MediaType type,
    Duration duration,
    List<Frame> frames,
    Optional<Sound> sound,
    List<String> damage)
    implements Media {

  /** Copies the lists. */
  public Video {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(duration, "duration");
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a video needs at least one frame");
    }
    damage = List.copyOf(damage);
  }
}
