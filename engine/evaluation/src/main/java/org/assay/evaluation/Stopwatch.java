package org.assay.evaluation;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times short work: rounds until warm, then the median of several rounds. */
final class Stopwatch {
  private static final int ROUNDS = 9;
  private static final long WARM_UP_NANOS = 1_500_000_000L;
  private static final long ROUND_NANOS = 200_000_000L;

  private Stopwatch() {}

  /** Milliseconds of one run of {@code work}, the median of nine rounds. */
  static double millis(Callable<?> work) throws Exception {
    long warm = System.nanoTime() + WARM_UP_NANOS;
    int runs = 0;
    long first = System.nanoTime();
    do {
      work.call();
      runs++;
    } while (System.nanoTime() < warm);
    double estimate = (double) (System.nanoTime() - first) / runs;
    int repeat = (int) Math.max(1, ROUND_NANOS / Math.max(1, estimate));
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long started = System.nanoTime();
      for (int j = 0; j < repeat; j++) {
        work.call();
      }
      rounds[i] = (System.nanoTime() - started) / 1e6 / repeat;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
