package org.assay.datasets.listing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.media.Context;

/**
 * What slices of a listing say about the post around an item: {@code account}, {@code caption},
 * {@code hashtags}, {@code posted}, {@code remixOf}, {@code declaredLabels}; lists are separated by
 * spaces.
 */
public final class ContextColumns {
  private ContextColumns() {}

  /**
   * The context of an entry; what has no column or an empty field is not known.
   *
   * @param listing where the entry comes from, for the message
   * @throws ListingException if the time is not an instant such as {@code 2026-11-22T10:15:30Z}
   */
  public static Context of(Path listing, ListingEntry entry) throws ListingException {
    return new Context(
        entry.slice("account"),
        entry.slice("caption"),
        words(entry.slice("hashtags")),
        posted(listing, entry),
        Optional.of(entry.slice("remixOf")).filter(id -> !id.isBlank()),
        Set.copyOf(words(entry.slice("declaredLabels"))));
  }

  private static List<String> words(String field) {
    return field.isBlank() ? List.of() : List.of(field.strip().split("\\s+"));
  }

  private static Optional<Instant> posted(Path listing, ListingEntry entry)
      throws ListingException {
    String posted = entry.slice("posted");
    try {
      return posted.isBlank() ? Optional.empty() : Optional.of(Instant.parse(posted));
    } catch (DateTimeParseException e) {
      throw new ListingException(
          listing,
          entry.line(),
          "posted '" + posted + "' is no instant such as 2026-01-31T10:00:00Z",
          e);
    }
  }
}
