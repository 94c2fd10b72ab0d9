package org.assay.media;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One piece of content submitted by the platform, as received.
 *
 * @param id identity of the item for its whole life; the same id is never decided twice
 * @param source where the item came from, in words for people, such as the path or the API client
 * @param file the bytes as received; they are not changed while the item is examined
 * @param context what the platform knows about the post around the item
 */
public record MediaItem(String id, String source, Path file, Context context) {

  /** Checks that nothing is missing. */
  public MediaItem {
    if (id.isBlank()) {
      throw new IllegalArgumentException("item id is blank");
    }
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(context, "context");
  }
}
