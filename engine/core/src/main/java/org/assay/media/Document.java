package org.assay.media;

import java.util.List;
import java.util.Objects;

/**
 * An item whose bytes can carry provenance and marks, but which has no samples that Assay decodes,
 * such as a PDF or a C2PA sidecar.
 */
public record Document(MediaItem item, MediaType type, List<String> damage) implements Media {

  /** Copies the list. */
  public Document {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(type, "type");
    damage = List.copyOf(damage);
  }
}
