package org.assay.provenance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The corpora beside the project, which are not part of it. */
public final class Corpus {
  private Corpus() {}

  /** A folder below {@code ../shared}; the test is skipped where it is not there. */
  public static Path folder(String name) {
    Path root = Path.of(System.getProperty("assay.root", ".")).toAbsolutePath().normalize();
    Path folder = root.resolveSibling("shared").resolve(name);
    assumeThat(Files.isDirectory(folder)).as("no corpus at ../shared/" + name).isTrue();
    return folder;
  }

  /** The rows of a CSV file with a header line, quotes allowed. */
  public static List<Map<String, String>> rows(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> header = fields(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), i < fields.size() ? fields.get(i) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
