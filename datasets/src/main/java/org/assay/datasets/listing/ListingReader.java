package org.assay.datasets.listing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a listing entry by entry. Only the paths seen are kept in memory, to refuse one that comes
 * twice. Paths may lead out of the listing's folder: a listing is as trusted as a command line. Not
 * safe for concurrent use.
 */
public final class ListingReader implements Closeable {
  private final Path listing;
  private final CsvReader csv;
  private final List<String> header;
  private final Map<Role, Integer> columns;
  private final Map<String, Integer> lineOfPath = new HashMap<>();

  private ListingReader(
      Path listing, CsvReader csv, List<String> header, Map<Role, Integer> columns) {
    this.listing = listing;
    this.csv = csv;
    this.header = header;
    this.columns = columns;
  }

  /**
   * Opens a listing and reads its header.
   *
   * @throws ListingException if the header is missing, names a column twice or lacks one that is
   *     needed or mapped
   */
  public static ListingReader open(Path listing, ColumnNames names)
      throws IOException, ListingException {
    CsvReader csv = new CsvReader(listing);
    try {
      List<String> header =
          csv.next()
              .orElseThrow(() -> new ListingException(listing, 1, "expected a header, found none"));
      return new ListingReader(listing, csv, header, columns(listing, csv.line(), header, names));
    } catch (IOException | ListingException e) {
      csv.close();
      throw e;
    }
  }

  private static Map<Role, Integer> columns(
      Path listing, int line, List<String> header, ColumnNames names) throws ListingException {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (name.isBlank() || !seen.add(name)) {
        throw new ListingException(
            listing,
            line,
            "a column named '" + name + "' is " + (name.isBlank() ? "blank" : "there twice"));
      }
    }
    Map<Role, Integer> columns = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      int column = header.indexOf(names.name(role));
      if (column >= 0) {
        columns.put(role, column);
      } else if (names.required(role)) {
        throw new ListingException(
            listing,
            line,
            "no column '%s' for %s; the columns are %s (map others with --columns %s=...)"
                .formatted(
                    names.name(role),
                    role.columnName(),
                    String.join(", ", header),
                    role.columnName()));
      }
    }
    return columns;
  }

  /** The next entry, empty at the end. */
  public Optional<ListingEntry> next() throws IOException, ListingException {
    Optional<List<String>> fields = csv.next();
    return fields.isEmpty() ? Optional.empty() : Optional.of(entry(fields.get()));
  }

  private ListingEntry entry(List<String> fields) throws ListingException {
    if (fields.size() != header.size()) {
      throw fault("expected %d fields, found %d".formatted(header.size(), fields.size()));
    }
    String path = text(fields, Role.PATH);
    String label = text(fields, Role.LABEL);
    if (path.isBlank() || label.isBlank()) {
      throw fault((path.isBlank() ? "path" : "label") + " is blank");
    }
    Path file = file(path);
    Integer earlier = lineOfPath.putIfAbsent(file.toString(), csv.line());
    if (earlier != null) {
      throw fault("path '" + path + "' is on line " + earlier + " already");
    }
    return new ListingEntry(
        csv.line(),
        file,
        label,
        columns.containsKey(Role.GROUP) ? text(fields, Role.GROUP) : path,
        text(fields, Role.SPLIT),
        text(fields, Role.SOURCE),
        text(fields, Role.LICENCE),
        slices(fields));
  }

  private Path file(String path) throws ListingException {
    try {
      return listing.resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      throw new ListingException(listing, csv.line(), "'" + path + "' is no path", e);
    }
  }

  private String text(List<String> fields, Role role) {
    Integer column = columns.get(role);
    return column == null ? "" : fields.get(column);
  }

  private Map<String, String> slices(List<String> fields) {
    Map<String, String> slices = new LinkedHashMap<>();
    for (int column = 0; column < header.size(); column++) {
      if (!columns.containsValue(column)) {
        slices.put(header.get(column), fields.get(column));
      }
    }
    return slices;
  }

  private ListingException fault(String what) {
    return new ListingException(listing, csv.line(), what);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
