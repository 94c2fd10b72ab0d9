package org.assay.app;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, last first, and every part even if one fails. */
final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Remembers a part and gives it back. */
  <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }

  /**
   * Closes all.
   *
   * @throws IOException the first failure; further ones are suppressed in it
   */
  @Override
  public void close() throws IOException {
    IOException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (Exception failure) {
        if (first == null) {
          first = new IOException("not closed cleanly: " + failure.getMessage(), failure);
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
