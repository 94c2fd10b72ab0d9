package org.assay.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assay.app.queue.Backoff;
import org.assay.app.queue.JobState;
import org.assay.app.queue.ParkedJob;
import org.assay.app.queue.SettableClock;
import org.assay.app.queue.Settlement;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.Outbox;
import org.assay.app.store.OutboxEntry;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.RuleBase;
import org.assay.media.Context;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.Abstention;
import org.assay.signal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path directory;
  private Database database;
  private FaultyQueue queue;
  private final Map<String, AtomicInteger> examined = new ConcurrentHashMap<>();
  private final Counts counts = new Counts();

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void everyItemIsDecidedWithTheRulesOfTheMoment() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    AtomicReference<RuleBase> rules = new AtomicReference<>(new FakeRules("rules-1"));
    submit("a", "b", "c");
    try (Worker worker = worker(options(2, LONG, LONG), this::examine, rules::get)) {
      worker.start();
      await(() -> counts.decided.get() == 3);
      rules.set(new FakeRules("rules-2"));
      submit("d");
      await(() -> counts.decided.get() == 4);
    }
    CaseStore cases = new CaseStore(database);
    assertThat(cases.find("a").orElseThrow().decision())
        .isEqualTo(new FakeRules("rules-1").decide(examine(item("a"))));
    assertThat(cases.find("a").orElseThrow().pipeline()).isEqualTo("pipeline-1");
    assertThat(cases.find("d").orElseThrow().decision().ruleBase()).isEqualTo("rules-2");
    assertThat(counts.claimed).hasValue(4);
    assertThat(queue.counts()).containsEntry(JobState.DONE, 4L);
  }

  @Test
  void itemThatCannotBeReadIsParkedAtOnceAndTold() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    submit("broken", "good");
    run(
        item -> {
          if (item.id().equals("broken")) {
            count(item);
            throw new MediaException("PNG: IHDR at byte 8: expected 13 bytes, found 2");
          }
          return examine(item);
        },
        () -> counts.parked.get() == 1 && counts.decided.get() == 1);
    assertThat(examined.get("broken")).hasValue(1);
    ParkedJob parked = queue.parked(9).get(0);
    assertThat(parked.item().id()).isEqualTo("broken");
    assertThat(parked.cause()).isEqualTo("PNG: IHDR at byte 8: expected 13 bytes, found 2");
    assertThat(new Outbox(database).after(0, 9))
        .filteredOn(OutboxEntry.Parked.class::isInstance)
        .extracting(entry -> entry.item().id())
        .containsExactly("broken");
  }

  @Test
  void failuresAreTriedAgainAndParkedWithTheLastCauseAfterEnough() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    submit("cursed", "exhausting", "flaky");
    run(
        item -> {
          int attempt = count(item);
          switch (item.id()) {
            case "cursed" -> throw new IOException("attempt " + attempt);
            case "exhausting" -> throw new StackOverflowError("deep");
            default -> {
              if (attempt < 3) {
                throw new IllegalStateException("not yet");
              }
            }
          }
          return caseOf(item);
        },
        () -> counts.parked.get() == 2 && counts.decided.get() == 1);
    assertThat(examined.get("cursed")).hasValue(3);
    assertThat(examined.get("flaky")).hasValue(3);
    assertThat(counts.retried).hasValue(6);
    assertThat(queue.parked(9))
        .extracting(ParkedJob::cause)
        .containsExactlyInAnyOrder(
            "gave up after attempt 3: java.io.IOException: attempt 3",
            "gave up after attempt 3: java.lang.StackOverflowError: deep");
  }

  @Test
  void heartbeatHoldsAnItemThatTakesLongerThanItsLease() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    submit("long");
    CountDownLatch threeLeases = new CountDownLatch(1);
    Examiner slow =
        item -> {
          count(item);
          threeLeases.await(6, TimeUnit.SECONDS);
          return caseOf(item);
        };
    try (Worker first = worker(options(1, Duration.ofSeconds(2), LONG), slow, WorkerTest::rules);
        Worker second = worker(options(1, Duration.ofSeconds(2), LONG), slow, WorkerTest::rules)) {
      first.start();
      second.start();
      await(() -> counts.decided.get() == 1);
    }
    assertThat(examined.get("long")).hasValue(1);
    assertThat(counts.lost).hasValue(0);
  }

  @Test
  void examinationWhoseLeaseIsLostIsInterruptedAndCountsForNothing() throws Exception {
    SettableClock clock = new SettableClock();
    open(StoreOptions.in(directory), clock);
    submit("a");
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Examiner stuck =
        item -> {
          begun.countDown();
          try {
            Thread.sleep(LONG.toMillis());
            return caseOf(item);
          } catch (InterruptedException stopped) {
            interrupted.set(true);
            throw stopped;
          }
        };
    Duration lease = Duration.ofSeconds(1);
    try (Worker worker = worker(options(1, lease, LONG), stuck, WorkerTest::rules)) {
      queue.fault =
          (method, settlements) -> {
            if (method.equals("extend") && begun.getCount() == 0) {
              queue.fault = (anyMethod, any) -> {};
              clock.pass(lease);
              assertThat(queue.claim(1, "other", LONG)).hasSize(1);
            }
          };
      worker.start();
      await(() -> counts.lost.get() == 1 && interrupted.get());
    }
    assertThat(counts.returned).hasValue(0);
    assertThat(queue.counts()).containsEntry(JobState.LEASED, 1L);
  }

  @Test
  void stoppingWorkerEndsWhatIsInProgressAndReturnsTheRestUncounted() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    submit("a", "b", "c");
    Semaphore begun = new Semaphore(0);
    Examiner slow =
        item -> {
          begun.release();
          Thread.sleep(500);
          return examine(item);
        };
    WorkerOptions options = options(1, LONG, LONG);
    try (Worker worker = worker(options, slow, WorkerTest::rules)) {
      worker.start();
      begun.acquire();
    }
    assertThat(counts.decided).hasValue(1);
    assertThat(examined).containsOnlyKeys("a");
    assertThat(queue.claim(9, "next", LONG))
        .extracting(job -> job.item().id() + " attempt " + job.attempt())
        .containsExactly("b attempt 1", "c attempt 1");
  }

  @Test
  void itemInProgressIsInterruptedAndReturnedAfterTheGraceTime() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    submit("endless");
    CountDownLatch begun = new CountDownLatch(1);
    Examiner endless =
        item -> {
          begun.countDown();
          Thread.sleep(LONG.toMillis());
          return caseOf(item);
        };
    try (Worker worker =
        worker(options(1, LONG, Duration.ofMillis(50)), endless, WorkerTest::rules)) {
      worker.start();
      begun.await();
    }
    assertThat(counts.returned).hasValue(1);
    assertThat(queue.claim(1, "next", LONG).get(0).attempt()).isEqualTo(1);
  }

  @Test
  void fullDiskReturnsTheJobAndItIsDecidedWhenThereIsRoom() throws Exception {
    open(new StoreOptions(directory, Duration.ofSeconds(5), 60 * 4096), Clock.systemUTC());
    submit("big", "small");
    AtomicBoolean room = new AtomicBoolean();
    Examiner examiner =
        item -> {
          count(item);
          boolean big = item.id().equals("big") && !room.get();
          List<Signal> signals = new ArrayList<>();
          for (int i = 0; i < (big ? 40 : 1); i++) {
            signals.add(new Abstention("decoding", "x".repeat(16_000)));
          }
          return new Case(item, MediaType.PNG, signals);
        };
    try (Worker worker = worker(options(1, LONG, LONG), examiner, WorkerTest::rules)) {
      worker.start();
      await(() -> examined.containsKey("big") && examined.get("big").get() >= 4);
      assertThat(counts.troubled).hasPositiveValue();
      assertThat(counts.returned).hasPositiveValue();
      assertThat(new CaseStore(database).find("big")).isEmpty();
      room.set(true);
      await(() -> counts.decided.get() == 2);
    }
    assertThat(queue.counts()).containsEntry(JobState.DONE, 2L);
    assertThat(counts.parked).as("a full disk is not the item's fault").hasValue(0);
  }

  @Test
  void outcomeThatCannotBeWrittenIsParkedWithoutSpoilingTheOthers() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    queue.fault =
        (method, settlements) -> {
          for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Completed done
                && done.job().item().id().equals("oversized")) {
              throw new IllegalArgumentException("case is too large");
            }
          }
        };
    submit("a", "oversized", "b");
    run(this::examine, () -> counts.decided.get() == 2 && counts.parked.get() == 1);
    assertThat(queue.parked(9).get(0).item().id()).isEqualTo("oversized");
    assertThat(queue.parked(9).get(0).cause()).contains("case is too large");
  }

  @Test
  void itemThatKillsItsWorkersIsParkedWithoutAnotherTry() throws Exception {
    SettableClock clock = new SettableClock();
    open(StoreOptions.in(directory), clock);
    submit("killer");
    for (int death = 0; death < 3; death++) {
      assertThat(queue.claim(1, "worker-" + death, Duration.ofSeconds(1))).hasSize(1);
      clock.pass(Duration.ofSeconds(1));
    }
    run(this::examine, () -> counts.parked.get() == 1);
    assertThat(examined).isEmpty();
    assertThat(queue.parked(1).get(0).cause()).isEqualTo("gave up: lease ran out at attempt 3");
  }

  @Test
  void workerOutlivesAQueueThatIsOutOfReach() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    AtomicInteger left = new AtomicInteger(4);
    queue.fault =
        (method, settlements) -> {
          int number = left.getAndDecrement();
          if (number > 2) {
            throw new IOException("network is down");
          } else if (number > 0) {
            throw new IllegalStateException("driver is confused");
          }
        };
    submit("a");
    run(this::examine, () -> counts.decided.get() == 1);
    assertThat(counts.troubled).hasValue(4);
  }

  private void open(StoreOptions options, Clock clock) throws IOException {
    database = Database.open(options);
    queue = new FaultyQueue(new SqliteJobQueue(database, clock));
  }

  private void run(Examiner examiner, Supplier<Boolean> until) throws InterruptedException {
    try (Worker worker = worker(options(2, LONG, LONG), examiner, WorkerTest::rules)) {
      worker.start();
      await(until);
    }
  }

  private Worker worker(WorkerOptions options, Examiner examiner, Supplier<RuleBase> rules) {
    return new Worker(queue, examiner, rules, options, counts, new Random(1));
  }

  private static RuleBase rules() {
    return new FakeRules("rules-1");
  }

  private static WorkerOptions options(int threads, Duration lease, Duration grace) {
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

  private Case examine(MediaItem item) {
    count(item);
    return caseOf(item);
  }

  private int count(MediaItem item) {
    return examined.computeIfAbsent(item.id(), id -> new AtomicInteger()).incrementAndGet();
  }

  private static Case caseOf(MediaItem item) {
    return new Case(item, MediaType.PNG, List.of());
  }

  private void submit(String... ids) throws IOException {
    queue.submit(IntStream.range(0, ids.length).mapToObj(i -> item(ids[i])).toList(), 0);
  }

  private static MediaItem item(String id) {
    return new MediaItem(id, "test", Path.of("/media", id), Context.NONE);
  }

  private static void await(Supplier<Boolean> condition) throws InterruptedException {
    while (!condition.get()) { // the class's time-out ends a wait in vain
      Thread.sleep(5);
    }
  }
}
