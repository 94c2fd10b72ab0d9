package org.assay.datasets.listing;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One line of a listing. Texts are empty where the listing says nothing.
 *
 * @param line in the listing, counted from 1; 0 for an entry that was not read
 * @param file the path resolved against the listing's folder; nobody has looked whether it exists
 * @param label {@code real}, or the name of a manipulation
 * @param group never split over train and test; the path as written where the listing has none
 * @param split such as {@code train} or {@code test}
 * @param source where the item was taken from
 * @param licence under which terms it may be used
 * @param slices all further columns, in the listing's order
 */
public record ListingEntry(
    int line,
    Path file,
    String label,
    String group,
    String split,
    String source,
    String licence,
    Map<String, String> slices) {

  /** Copies the map, keeping its order. */
  public ListingEntry {
    Objects.requireNonNull(file, "file");
    if (label.isBlank()) {
      throw new IllegalArgumentException("label is blank for " + file);
    }
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(licence, "licence");
    slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
  }

  /** The text of a slice, empty where the listing has no such column. */
  public String slice(String name) {
    return slices.getOrDefault(name, "");
  }
}
