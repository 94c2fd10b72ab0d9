package org.assay.models;

import java.io.PrintStream;
import picocli.CommandLine.Help.Ansi;

/** A line on standard error that shows how far a long step has come; silent unless a terminal. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean shown;
  private final String what;
  private final int total;
  private int done;

  ProgressBar(String what, int total) {
    this.out = System.err;
    this.shown = Ansi.AUTO.enabled();
    this.what = what;
    this.total = total;
  }

  /** One more is done; any thread may call. */
  synchronized void step() {
    done++;
    if (shown) {
      int filled = WIDTH * done / total;
      out.printf(
          "\r%s [%s%s] %d/%d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
      if (done == total) {
        out.println();
      }
    }
  }
}
