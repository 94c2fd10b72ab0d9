package org.assay.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assay.app.queue.JobState;
import org.assay.app.queue.SettableClock;
import org.assay.app.store.StoreOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a worker holds, loses and gives back its jobs. */
@Timeout(60)
class WorkerLeaseTest {
  private static final Duration LONG = WorkerFixture.LONG;

  @TempDir private Path directory;
  private WorkerFixture fixture;

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void heartbeatHoldsAnItemThatTakesLongerThanItsLease() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.submit("long");
    CountDownLatch threeLeases = new CountDownLatch(1);
    Examiner slow =
        item -> {
          fixture.count(item);
          threeLeases.await(6, TimeUnit.SECONDS);
          return WorkerFixture.caseOf(item);
        };
    try (Worker first =
            fixture.worker(
                WorkerFixture.options(1, Duration.ofSeconds(2), Duration.ofSeconds(10)),
                slow,
                WorkerFixture::rules);
        Worker second =
            fixture.worker(
                WorkerFixture.options(1, Duration.ofSeconds(2), Duration.ofSeconds(10)),
                slow,
                WorkerFixture::rules)) {
      first.start();
      second.start();
      WorkerFixture.await(() -> fixture.counts.decided.get() == 1);
    }
    assertThat(fixture.examined.get("long")).hasValue(1);
    assertThat(fixture.counts.lost).hasValue(0);
  }

  @Test
  void examinationWhoseLeaseIsLostIsInterruptedAndCountsForNothing() throws Exception {
    SettableClock clock = new SettableClock();
    open(StoreOptions.in(directory), clock);
    fixture.submit("a");
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Examiner stuck =
        item -> {
          begun.countDown();
          try {
            Thread.sleep(LONG.toMillis());
            return WorkerFixture.caseOf(item);
          } catch (InterruptedException stopped) {
            interrupted.set(true);
            throw stopped;
          }
        };
    Duration lease = Duration.ofSeconds(1);
    try (Worker worker =
        fixture.worker(
            WorkerFixture.options(1, lease, Duration.ZERO), stuck, WorkerFixture::rules)) {
      fixture.queue.fault =
          (method, settlements) -> {
            if (method.equals("extend") && begun.getCount() == 0) {
              fixture.queue.fault = (anyMethod, any) -> {};
              clock.pass(lease);
              assertThat(fixture.queue.claim(1, "other", LONG)).hasSize(1);
            }
          };
      worker.start();
      WorkerFixture.await(() -> fixture.counts.lost.get() == 1 && interrupted.get());
    }
    assertThat(fixture.counts.returned).hasValue(0);
    assertThat(fixture.queue.counts()).containsEntry(JobState.LEASED, 1L);
  }

  @Test
  void stoppingWorkerEndsWhatIsInProgressAndReturnsTheRestUncounted() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.submit("a", "b", "c");
    Semaphore begun = new Semaphore(0);
    Examiner slow =
        item -> {
          begun.release();
          Thread.sleep(500);
          return fixture.examine(item);
        };
    WorkerOptions options = WorkerFixture.options(1, LONG, LONG);
    try (Worker worker = fixture.worker(options, slow, WorkerFixture::rules)) {
      worker.start();
      begun.acquire();
    }
    assertThat(fixture.counts.decided).hasValue(1);
    assertThat(fixture.examined).containsOnlyKeys("a");
    assertThat(fixture.queue.claim(9, "next", LONG))
        .extracting(job -> job.item().id() + " attempt " + job.attempt())
        .containsExactly("b attempt 1", "c attempt 1");
  }

  @Test
  void itemInProgressIsInterruptedAndReturnedAfterTheGraceTime() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.submit("endless");
    CountDownLatch begun = new CountDownLatch(1);
    Examiner endless =
        item -> {
          begun.countDown();
          Thread.sleep(LONG.toMillis());
          return WorkerFixture.caseOf(item);
        };
    try (Worker worker =
        fixture.worker(
            WorkerFixture.options(1, LONG, Duration.ofMillis(50)), endless, WorkerFixture::rules)) {
      worker.start();
      begun.await();
    }
    assertThat(fixture.counts.returned).hasValue(1);
    assertThat(fixture.queue.claim(1, "next", LONG).get(0).attempt()).isEqualTo(1);
  }

  @Test
  void itemThatKillsItsWorkersIsParkedWithoutAnotherTry() throws Exception {
    SettableClock clock = new SettableClock();
    open(StoreOptions.in(directory), clock);
    fixture.submit("killer");
    for (int death = 0; death < 3; death++) {
      assertThat(fixture.queue.claim(1, "worker-" + death, Duration.ofSeconds(1))).hasSize(1);
      clock.pass(Duration.ofSeconds(1));
    }
    fixture.run(fixture::examine, () -> fixture.counts.parked.get() == 1);
    assertThat(fixture.examined).isEmpty();
    assertThat(fixture.queue.parked(1).get(0).cause())
        .isEqualTo("gave up: lease ran out at attempt 3");
  }

  private void open(StoreOptions options, Clock clock) throws IOException {
    fixture = new WorkerFixture(options, clock);
  }
}
