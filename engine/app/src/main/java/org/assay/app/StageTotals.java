package org.assay.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.assay.pipeline.StageTimer;

/** Adds up how long each stage took over many items. Safe for concurrent use. */
public final class StageTotals implements StageTimer {
  /** The stage that covers one item from its bytes to its decision. */
  public static final String ITEM = "item";

  private record Total(LongAdder nanos, LongAdder runs) {}

  private final Map<String, Total> totals = new ConcurrentSkipListMap<>();

  @Override
  public void record(String stage, Duration elapsed) {
    Total total =
        totals.computeIfAbsent(stage, name -> new Total(new LongAdder(), new LongAdder()));
    total.nanos.add(elapsed.toNanos());
    total.runs.increment();
  }

  /** Runs and times {@code work}. */
  public <T> T timed(String stage, Supplier<T> work) {
    long started = System.nanoTime();
    try {
      return work.get();
    } finally {
      record(stage, Duration.ofNanos(System.nanoTime() - started));
    }
  }

  /** Milliseconds of all runs of a stage; 0 if there were none. */
  public double millis(String stage) {
    Total total = totals.get(stage);
    return total == null ? 0 : total.nanos.sum() / 1e6;
  }

  /** One line a stage: runs, total seconds, milliseconds a run. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%-16s %8s %10s %10s%n", "stage", "runs", "seconds", "ms/run"));
    totals.forEach(
        (stage, total) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-16s %8d %10.2f %10.2f%n",
                    stage,
                    total.runs.sum(),
                    total.nanos.sum() / 1e9,
                    total.nanos.sum() / 1e6 / total.runs.sum())));
    return table.toString();
  }
}
