package org.assay.datasets.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole listing in memory.
 *
 * @param file the listing itself
 * @param entries in the listing's order, no path twice
 */
public record Listing(Path file, List<ListingEntry> entries) {

  /** Copies the list. */
  public Listing {
    entries = List.copyOf(entries);
  }

  /**
   * Reads all of it.
   *
   * @throws ListingException at the first line that cannot be understood
   */
  public static Listing read(Path file, ColumnNames names) throws IOException, ListingException {
    List<ListingEntry> entries = new ArrayList<>();
    try (ListingReader reader = ListingReader.open(file, names)) {
      Optional<ListingEntry> entry = reader.next();
      while (entry.isPresent()) {
        entries.add(entry.get());
        entry = reader.next();
      }
    }
    return new Listing(file, entries);
  }
}
