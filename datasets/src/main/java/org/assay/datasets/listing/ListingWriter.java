package org.assay.datasets.listing;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a listing entry by entry, under our column names. Not safe for concurrent use. */
public final class ListingWriter implements Closeable {
  private final Path folder;
  private final List<String> slices;
  private final BufferedWriter out;

  /**
   * Starts a listing; a file that is there is replaced.
   *
   * @param slices the further columns; entries may have others, which are left out
   * @throws IllegalArgumentException if a slice has the name of one of our columns
   */
  public ListingWriter(Path listing, List<String> slices) throws IOException {
    List<String> header =
        new ArrayList<>(Arrays.stream(Role.values()).map(Role::columnName).toList());
    for (String slice : slices) {
      if (slice.isBlank() || header.contains(slice)) {
        throw new IllegalArgumentException("slice '" + slice + "' is blank or there already");
      }
      header.add(slice);
    }
    this.folder = listing.toAbsolutePath().normalize().getParent();
    this.slices = List.copyOf(slices);
    this.out = Files.newBufferedWriter(listing, StandardCharsets.UTF_8);
    writeLine(header);
  }

  /** Adds a line; a file below the listing's folder is written relative to it. */
  public void add(ListingEntry entry) throws IOException {
    List<String> fields = new ArrayList<>();
    fields.add(relative(entry.file()));
    fields.addAll(
        List.of(entry.label(), entry.group(), entry.split(), entry.source(), entry.licence()));
    slices.forEach(slice -> fields.add(entry.slice(slice)));
    writeLine(fields);
  }

  private String relative(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path written = whole.startsWith(folder) ? folder.relativize(whole) : whole;
    return written.toString().replace(File.separatorChar, '/');
  }

  private void writeLine(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(quoted(fields.get(i)));
    }
    out.write('\n');
  }

  private static String quoted(String field) {
    boolean plain =
        field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == 0xFEFF);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
