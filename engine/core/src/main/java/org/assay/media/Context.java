package org.assay.media;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform knows about the post around an item. Everything is a claim of the poster or the
 * platform and optional: an empty string, list or set means "not known".
 *
 * @param account identifier of the posting account
 * @param caption the text of the post
 * @param hashtags without the leading {@code #}
 * @param posted when the item was posted
 * @param remixOf id of the item that this one says it is a remix of
 * @param declaredLabels labels the poster put on it, such as {@code ai-generated}, in kebab case
 */
public record Context(
    String account,
    String caption,
    List<String> hashtags,
    Optional<Instant> posted,
    Optional<String> remixOf,
    Set<String> declaredLabels) {

  /** Nothing is known. */
  public static final Context NONE =
      new Context("", "", List.of(), Optional.empty(), Optional.empty(), Set.of());

  /** Copies the collections. */
  public Context {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(caption, "caption");
    hashtags = List.copyOf(hashtags);
    declaredLabels = Set.copyOf(declaredLabels);
  }
}
