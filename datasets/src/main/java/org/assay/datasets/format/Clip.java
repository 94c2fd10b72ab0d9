package org.assay.datasets.format;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.assay.media.Raster;
import org.assay.media.Sound;

/**
 * Moving pictures to be written; frames are made when they are asked for.
 *
 * @param framesPerSecond at least 1
 * @param frameCount at least 1
 * @param frames from the number of a frame, starting at 0; all of one size
 * @param sound empty for a silent clip
 */
public record Clip(
    int framesPerSecond, int frameCount, IntFunction<Raster> frames, Optional<Sound> sound) {

  /** Checks the numbers. */
  public Clip {
    if (framesPerSecond < 1 || frameCount < 1) {
      throw new IllegalArgumentException(
          "a clip needs frames: %d at %d a second".formatted(frameCount, framesPerSecond));
    }
    Objects.requireNonNull(frames, "frames");
    Objects.requireNonNull(sound, "sound");
  }

  /** A silent clip of finished frames. */
  public static Clip silent(int framesPerSecond, List<Raster> frames) {
    List<Raster> copy = List.copyOf(frames);
    return new Clip(framesPerSecond, copy.size(), copy::get, Optional.empty());
  }

  /** How long the pictures last. */
  public Duration duration() {
    return Duration.ofMillis(1000L * frameCount / framesPerSecond);
  }
}
