package org.assay.app.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the database is opened.
 *
 * @param directory holds the database and everything SQLite keeps beside it; made if missing
 * @param busyTimeout how long to wait for another process that writes
 * @param largestBytes size beyond which the database takes nothing more, so that it cannot fill the
 *     disk
 */
public record StoreOptions(Path directory, Duration busyTimeout, long largestBytes) {

  /** Checks the ranges. */
  public StoreOptions {
    Objects.requireNonNull(directory, "directory");
    if (busyTimeout.isNegative()) {
      throw new IllegalArgumentException("busy timeout is negative: " + busyTimeout);
    }
    if (largestBytes <= 0) {
      throw new IllegalArgumentException("size limit must be positive: " + largestBytes);
    }
  }

  /** Waits ten seconds for others; no size limit but SQLite's own. */
  public static StoreOptions in(Path directory) {
    return new StoreOptions(directory, Duration.ofSeconds(10), Long.MAX_VALUE);
  }
}
