package org.assay.app.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.assay.app.json.Json;
import org.assay.app.queue.Backoff;
import org.assay.app.queue.Job;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.Settlement;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.Database;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.RuleBase;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.DetectorScore;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;
import org.assay.signal.Signal;

/**
 * Measures jobs a second through claim, decide and complete, with fake signals; one JSON line for
 * each figure. Arguments: an empty directory, number of jobs for each figure.
 */
public final class ThroughputBench {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final RuleBase RULES = new FakeRules("rules-1");

  private ThroughputBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int jobs = Integer.parseInt(arguments[1]);
    try (Database database = Database.open(StoreOptions.in(directory))) {
      JobQueue queue = new SqliteJobQueue(database, Clock.systemUTC());
      round(queue, "warm-up", jobs / 4, 100);
      for (int batch : new int[] {1, 10, 50, 100, 500}) {
        round(queue, "batch", batch == 1 ? jobs / 10 : jobs, batch);
      }
      throughWorker(queue, jobs);
    }
  }

  private static void round(JobQueue queue, String name, int jobs, int batch) throws IOException {
    submit(queue, name + batch, jobs);
    long started = System.nanoTime();
    int done = 0;
    while (done < jobs) {
      List<Settlement> settlements = new ArrayList<>();
      for (Job job : queue.claim(batch, "bench", LEASE)) {
        Case examined = examine(job.item());
        settlements.add(
            new Settlement.Completed(job, examined, RULES.decide(examined), "pipeline-1"));
      }
      queue.settle(settlements);
      done += settlements.size();
    }
    print("claim-decide-complete/" + name + "-" + batch, jobs, started);
  }

  private static void throughWorker(JobQueue queue, int jobs) throws Exception {
    submit(queue, "worker", jobs);
    CountDownLatch left = new CountDownLatch(jobs);
    WorkerListener countDown =
        new WorkerListener() {
          @Override
          public void decided(Job job, Case examined, Decision decision, Duration busy) {
            left.countDown();
          }
        };
    WorkerOptions options =
        new WorkerOptions(
            "bench", "pipeline-1", 2, 400, LEASE, Duration.ofMillis(50), LEASE, 5, Backoff.USUAL);
    long started = System.nanoTime();
    try (Worker worker =
        new Worker(
            queue, ThroughputBench::examine, () -> RULES, options, countDown, new Random())) {
      worker.start();
      left.await();
      print("worker/threads-2-batch-400", jobs, started);
    }
  }

  private static void submit(JobQueue queue, String prefix, int jobs) throws IOException {
    long started = System.nanoTime();
    for (int first = 0; first < jobs; first += 1000) {
      List<MediaItem> items = new ArrayList<>();
      for (int i = first; i < Math.min(jobs, first + 1000); i++) {
        items.add(new MediaItem(prefix + "-" + i, "bench", Path.of("/media/x"), Context.NONE));
      }
      queue.submit(items, JobQueue.NORMAL_PRIORITY);
    }
    print("submit/batch-1000", jobs, started);
  }

  /** Three scores and a fingerprint: about 900 bytes of JSON. */
  private static Case examine(MediaItem item) {
    HashType type = new HashType("pdq", "full", 256);
    List<Signal> signals = new ArrayList<>();
    for (String detector : List.of("face-swap", "generated-image", "generated-face")) {
      signals.add(new DetectorScore(detector, detector + "/2026-11", 0.25, List.of()));
    }
    String hash = "%064x".formatted(item.id().hashCode() & 0xFFFF_FFFFL);
    signals.add(new Fingerprint("fingerprint", type, hash, 100, Optional.empty()));
    return new Case(item, MediaType.JPEG, signals);
  }

  private static void print(String name, int jobs, long started) {
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.println(
        Json.print(
            Json.object()
                .put("name", name)
                .put(
                    "value", Double.parseDouble(String.format(Locale.ROOT, "%.0f", jobs / seconds)))
                .put("unit", "jobs/s")));
  }
}
