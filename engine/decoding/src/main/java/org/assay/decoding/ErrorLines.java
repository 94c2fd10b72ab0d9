package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** Drains a child's standard error and keeps a bounded part of it, so that no pipe fills up. */
final class ErrorLines {
  private static final int MOST_LINES = 10_000;
  private static final int LONGEST_LINE = 300;

  private final InputStream input;
  private final List<String> lines = new ArrayList<>();

  ErrorLines(InputStream input) {
    this.input = input;
  }

  void drain() {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, ISO_8859_1))) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          add(line);
        } else if (line.length() < LONGEST_LINE) {
          line.append(c >= ' ' && c < 0x7F ? (char) c : '?');
        }
      }
      add(line);
    } catch (IOException killed) {
      // The pipe breaks when the child is killed; why it was killed is told elsewhere.
      add(new StringBuilder("standard error ended: " + killed.getMessage()));
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private synchronized void add(StringBuilder line) {
    if (line.length() > 0 && lines.size() < MOST_LINES) {
      lines.add(line.toString());
    }
    line.setLength(0);
  }
}
