package org.assay.rulebase;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table in comma-separated values, read as Drools reads it: a row ends with its line.
 *
 * @param line from 1
 * @param closed whether every quote in it has its partner
 */
record CsvRow(int line, List<String> cells, boolean closed) {

  CsvRow {
    cells = List.copyOf(cells);
  }

  /** The first cell; empty if there is none. */
  String first() {
    return cells.isEmpty() ? "" : cells.get(0);
  }

  /** All rows, empty lines included. */
  static List<CsvRow> parse(String csv) {
    List<CsvRow> rows = new ArrayList<>();
    for (String line : csv.lines().toList()) {
      rows.add(row(rows.size() + 1, line));
    }
    return rows;
  }

  private static CsvRow row(int number, String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return new CsvRow(number, cells, !quoted);
  }
}
