package org.assay.datasets.listing;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV as RFC 4180 has it, record by record, in strict UTF-8. Not safe for concurrent use. */
final class CsvReader implements Closeable {
  static final int LONGEST_FIELD = 1 << 20;
  static final int MOST_FIELDS = 4096;

  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path file;
  private final BufferedReader reader;
  private int line = 1; // that the next character is on
  private int recordLine = 1; // that the last record began on
  private int ahead;
  private final StringBuilder field = new StringBuilder();

  /** Opens the file. */
  CsvReader(Path file) throws IOException, ListingException {
    this.file = file;
    // A decoder, not a charset: that would put question marks for malformed bytes.
    this.reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
    try {
      this.ahead = read();
      if (ahead == BYTE_ORDER_MARK) {
        this.ahead = read();
      }
    } catch (IOException | ListingException e) {
      reader.close();
      throw e;
    }
  }

  /** The line, counted from 1, on which the last record began. */
  int line() {
    return recordLine;
  }

  /** The fields of the next record, empty at the end of the file; empty lines are passed over. */
  Optional<List<String>> next() throws IOException, ListingException {
    while (ahead == '\n' || ahead == '\r') {
      endOfLine();
    }
    recordLine = line;
    if (ahead == END) {
      return Optional.empty();
    }
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (ahead == ',') {
      if (fields.size() == MOST_FIELDS) {
        throw fault("more than " + MOST_FIELDS + " fields");
      }
      ahead = read();
      fields.add(field());
    }
    endOfLine();
    return Optional.of(fields);
  }

  private String field() throws IOException, ListingException {
    field.setLength(0);
    if (ahead == '"') {
      quoted();
    } else {
      while (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
        if (ahead == '"') {
          throw fault("a quote inside a field that does not begin with one");
        }
        take();
      }
    }
    return field.toString();
  }

  private void quoted() throws IOException, ListingException {
    int opened = line;
    ahead = read();
    while (true) {
      if (ahead == END) {
        throw new ListingException(file, opened, "a quoted field is not closed");
      }
      if (ahead == '"') {
        ahead = read();
        if (ahead != '"') {
          break;
        }
      }
      if (ahead == '\n') {
        line++;
      }
      take();
    }
    if (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      throw fault("expected a comma after the closing quote, found " + Character.toString(ahead));
    }
  }

  private void take() throws IOException, ListingException {
    if (ahead == 0) {
      throw fault("a zero byte");
    }
    if (field.length() == LONGEST_FIELD) {
      throw new ListingException(
          file, recordLine, "a field of more than " + LONGEST_FIELD + " characters");
    }
    field.append((char) ahead);
    ahead = read();
  }

  private void endOfLine() throws IOException, ListingException {
    if (ahead == '\r') {
      ahead = read();
      if (ahead != '\n') {
        throw fault("a carriage return without a line feed");
      }
    }
    if (ahead == '\n') {
      line++;
      ahead = read();
    }
  }

  private int read() throws IOException, ListingException {
    try {
      return reader.read();
    } catch (CharacterCodingException e) {
      // The decoder reads ahead of the parser by some thousand bytes.
      throw new ListingException(file, line, "here or further on, bytes that are not UTF-8", e);
    }
  }

  private ListingException fault(String what) {
    return new ListingException(file, line, what);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
