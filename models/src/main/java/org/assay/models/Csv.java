package org.assay.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values with quoted cells.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
  private Csv() {}

  /**
   * Splits a text into rows and cells; blank lines are left out.
   *
   * @throws IOException if a quoted cell is not closed
   */
  static List<List<String>> parse(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        row.add(take(cell));
      } else if (c == '\n') {
        endRow(rows, row, cell);
        row = new ArrayList<>();
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IOException("quoted cell in row " + (rows.size() + 1) + " is not closed");
    }
    endRow(rows, row, cell);
    return rows;
  }

  private static void endRow(List<List<String>> rows, List<String> row, StringBuilder cell) {
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(take(cell));
      rows.add(List.copyOf(row));
    }
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }
}
