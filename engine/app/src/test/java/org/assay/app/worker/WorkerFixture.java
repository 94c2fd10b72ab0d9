package org.assay.app.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assay.app.queue.Backoff;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.Database;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.RuleBase;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;

/** A queue, its database, and workers that do not wait long. */
final class WorkerFixture implements AutoCloseable {
  static final Duration LONG = Duration.ofMinutes(5);

  final Map<String, AtomicInteger> examined = new ConcurrentHashMap<>();
  final Counts counts = new Counts();
  final Database database;
  final FaultyQueue queue;

  WorkerFixture(StoreOptions options, Clock clock) throws IOException {
    database = Database.open(options);
    queue = new FaultyQueue(new SqliteJobQueue(database, clock));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }

  void run(Examiner examiner, Supplier<Boolean> until) throws InterruptedException {
    try (Worker worker = worker(options(2, LONG, LONG), examiner, WorkerFixture::rules)) {
      worker.start();
      await(until);
    }
  }

  Worker worker(WorkerOptions options, Examiner examiner, Supplier<RuleBase> rules) {
    return new Worker(queue, examiner, rules, options, counts, new Random(1));
  }

  static RuleBase rules() {
    return new FakeRules("rules-1");
  }

  static WorkerOptions options(int threads, Duration lease, Duration grace) {
    return new WorkerOptions(
        "test-" + System.nanoTime(),
        "pipeline-1",
        threads,
        4,
        lease,
        Duration.ofMillis(10),
        grace,
        3,
        new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 0.5));
  }

  Case examine(MediaItem item) {
    count(item);
    return caseOf(item);
  }

  int count(MediaItem item) {
    return examined.computeIfAbsent(item.id(), id -> new AtomicInteger()).incrementAndGet();
  }

  static Case caseOf(MediaItem item) {
    return new Case(item, MediaType.PNG, List.of());
  }

  void submit(String... ids) throws IOException {
    queue.submit(IntStream.range(0, ids.length).mapToObj(i -> item(ids[i])).toList(), 0);
  }

  static MediaItem item(String id) {
    return new MediaItem(id, "test", Path.of("/media", id), Context.NONE);
  }

  static void await(Supplier<Boolean> condition) throws InterruptedException {
    while (!condition.get()) { // the class's time-out ends a wait in vain
      Thread.sleep(5);
    }
  }
}
