package org.assay.rulebase;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table in comma-separated values (RFC 4180).
 *
 * @param line where the row begins in its file, from 1; a cell in quotes may hold line breaks
 */
record CsvRow(int line, List<String> cells) {

  CsvRow {
    cells = List.copyOf(cells);
  }

  /** The first cell; empty if there is none. */
  String first() {
    return cells.isEmpty() ? "" : cells.get(0);
  }

  /** All rows, empty lines included, so that the index of a row is that of a spreadsheet. */
  static List<CsvRow> parse(String csv) {
    List<CsvRow> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int start = 1;
    for (int i = 0; i <= csv.length(); i++) {
      char c = i < csv.length() ? csv.charAt(i) : '\n';
      line += c == '\n' && i < csv.length() ? 1 : 0;
      if (c == '"') {
        if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (quoted && i < csv.length()) {
        cell.append(c);
      } else if (c == ',' || c == '\n') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(new CsvRow(start, cells));
          cells.clear();
          start = line;
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
