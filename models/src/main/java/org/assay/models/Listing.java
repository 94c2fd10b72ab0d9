package org.assay.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The labelled pictures that a CSV file names. */
final class Listing {
  private static final String REAL = "real";
  private static final String TRAIN = "train";

  private Listing() {}

  /**
   * One labelled picture.
   *
   * @param positive whether it is anything but real
   * @param group what it came from; never split over training and validation
   * @param licence as the listing says, may be empty
   */
  record Item(Path file, boolean positive, String group, String licence) {}

  /**
   * Reads the rows of one split; paths are relative to the listing.
   *
   * @param columns other names of columns, such as {@code group} to {@code generator_or_source}
   * @param anySplit whether rows of every split are taken, not of {@code train} alone
   * @throws IOException if a column or a cell is missing, or no row is left
   */
  static List<Item> read(Path listing, Map<String, String> columns, boolean anySplit)
      throws IOException {
    List<List<String>> rows = Csv.parse(Files.readString(listing));
    if (rows.isEmpty()) {
      throw new IOException(listing + " is empty, expected a header line");
    }
    List<String> header = rows.get(0);
    int path = require(listing, header, columns, "path");
    int label = require(listing, header, columns, "label");
    int group = require(listing, header, columns, "group");
    int split = header.indexOf(columns.getOrDefault("split", "split"));
    int licence = header.indexOf(columns.getOrDefault("licence", "licence"));
    Path folder = listing.toAbsolutePath().getParent();
    List<Item> items = new ArrayList<>();
    for (int line = 1; line < rows.size(); line++) {
      List<String> row = rows.get(line);
      if (row.size() != header.size()) {
        throw new IOException(
            "%s row %d has %d cells, expected %d"
                .formatted(listing, line + 1, row.size(), header.size()));
      }
      if (anySplit || split < 0 || row.get(split).isEmpty() || row.get(split).equals(TRAIN)) {
        items.add(
            new Item(
                folder.resolve(row.get(path)).normalize(),
                !row.get(label).equals(REAL),
                row.get(group),
                licence < 0 ? "" : row.get(licence)));
      }
    }
    if (items.isEmpty()) {
      throw new IOException(listing + " has no row of the split '" + TRAIN + "'");
    }
    return items;
  }

  private static int require(
      Path listing, List<String> header, Map<String, String> columns, String name)
      throws IOException {
    String column = columns.getOrDefault(name, name);
    int index = header.indexOf(column);
    if (index < 0) {
      throw new IOException(
          "%s has no column '%s'; it has %s; name another with --columns %s=…"
              .formatted(listing, column, header, name));
    }
    return index;
  }
}
