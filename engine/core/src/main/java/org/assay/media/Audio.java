package org.assay.media;

import java.util.List;
import java.util.Objects;

/** A sound file without pictures. */
public record Audio(MediaItem item, MediaType type, Sound sound, List<String> damage)
    implements Media {

  /** Copies the list. */
  public Audio {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(sound, "sound");
    damage = List.copyOf(damage);
  }
}
