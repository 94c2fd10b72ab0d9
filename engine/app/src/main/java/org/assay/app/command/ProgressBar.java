package org.assay.app.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line on standard error that shows how far a long work is; silent if nobody watches. */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

  private final PrintStream err;
  private final boolean visible;
  private final String what;
  private final long total;
  private final long started = System.nanoTime();
  private long done;
  private long drawn;

  /**
   * Starts at nothing done.
   *
   * @param what is being counted, in the plural
   * @param total how many there are
   */
  public ProgressBar(PrintStream err, boolean visible, String what, long total) {
    this.err = err;
    this.visible = visible && total > 1;
    this.what = what;
    this.total = total;
  }

  /** One more is done. */
  public synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (visible && (now - drawn > REDRAW_NANOS || done == total)) {
      drawn = now;
      err.print("\r" + line(Duration.ofNanos(now - started)));
      err.flush();
    }
  }

  /** Takes the line away, so that what is printed next starts at its beginning. */
  public synchronized void clear() {
    if (visible && drawn != 0) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = 0;
    }
  }

  private String line(Duration elapsed) {
    double share = total == 0 ? 1 : (double) done / total;
    int filled = (int) Math.round(share * WIDTH);
    double seconds = Math.max(1e-3, elapsed.toMillis() / 1000.0);
    long left = Math.round(seconds / Math.max(done, 1) * (total - done));
    return String.format(
        Locale.ROOT,
        "[%s%s] %d of %d %s, %.1f/s, %d:%02d left \u001b[K",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        total,
        what,
        done / seconds,
        left / 60,
        left % 60);
  }

  @Override
  public void close() {
    clear();
  }
}
