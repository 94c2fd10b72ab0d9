package org.assay.matching.bank;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes lines of fields, quoted as in RFC 4180, of which none spans two lines. */
final class CsvLines {
  /** An endless line must not fill the memory. */
  private static final int LONGEST_LINE = 65_536;

  private final Reader text;
  private final String source;
  private int line;

  CsvLines(Reader text, String source) {
    this.text = text;
    this.source = source;
  }

  /** The fields of the next line that is not empty; no fields at the end of the text. */
  List<String> next() throws IOException {
    StringBuilder characters = new StringBuilder();
    int read = text.read();
    while (read >= 0) {
      if (read != '\n') {
        characters.append((char) read);
        if (characters.length() > LONGEST_LINE) {
          line++;
          throw failure("longer than " + LONGEST_LINE + " characters");
        }
      } else {
        line++;
        String found = withoutReturn(characters);
        if (!found.isEmpty()) {
          return fields(found);
        }
        characters.setLength(0);
      }
      read = text.read();
    }
    line++;
    String last = withoutReturn(characters);
    return last.isEmpty() ? List.of() : fields(last);
  }

  private static String withoutReturn(StringBuilder line) {
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  private List<String> fields(String line) throws IOException {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int end =
          at < line.length() && line.charAt(at) == '"' ? quotedEnd(line, at) : plainEnd(line, at);
      String field = line.substring(at, end);
      boolean quoted = field.startsWith("\"");
      fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
      if (end == line.length()) {
        return fields;
      }
      if (line.charAt(end) != ',') {
        throw failure(
            "expected a comma in column " + (end + 1) + ", found '" + line.charAt(end) + "'");
      }
      at = end + 1;
    }
  }

  private static int plainEnd(String line, int from) {
    int comma = line.indexOf(',', from);
    return comma < 0 ? line.length() : comma;
  }

  private int quotedEnd(String line, int from) throws IOException {
    int quote = line.indexOf('"', from + 1);
    while (quote >= 0) {
      if (!line.startsWith("\"\"", quote)) {
        return quote + 1;
      }
      quote = line.indexOf('"', quote + 2);
    }
    throw failure("the quote in column " + (from + 1) + " is not closed");
  }

  /** An error at the line read last. */
  IOException failure(String message) {
    return failure(message, null);
  }

  /** An error at the line read last, which another part found. */
  IOException failure(String message, Throwable cause) {
    return new IOException(source + ", line " + line + ": " + message, cause);
  }

  /** One line with its end. */
  static String line(String... fields) {
    return Stream.of(fields).map(CsvLines::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
