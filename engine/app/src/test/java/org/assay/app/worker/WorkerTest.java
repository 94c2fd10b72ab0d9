package org.assay.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.app.queue.JobState;
import org.assay.app.queue.ParkedJob;
import org.assay.app.queue.Settlement;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Outbox;
import org.assay.app.store.OutboxEntry;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.RuleBase;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.signal.Abstention;
import org.assay.signal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerTest {
  private static final Duration LONG = WorkerFixture.LONG;

  @TempDir private Path directory;
  private WorkerFixture fixture;

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void everyItemIsDecidedWithTheRulesOfTheMoment() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    AtomicReference<RuleBase> rules = new AtomicReference<>(new FakeRules("rules-1"));
    fixture.submit("a", "b", "c");
    try (Worker worker =
        fixture.worker(WorkerFixture.options(2, LONG, LONG), fixture::examine, rules::get)) {
      worker.start();
      WorkerFixture.await(() -> fixture.counts.decided.get() == 3);
      rules.set(new FakeRules("rules-2"));
      fixture.submit("d");
      WorkerFixture.await(() -> fixture.counts.decided.get() == 4);
    }
    CaseStore cases = new CaseStore(fixture.database);
    assertThat(cases.find("a").orElseThrow().decision())
        .isEqualTo(new FakeRules("rules-1").decide(fixture.examine(WorkerFixture.item("a"))));
    assertThat(cases.find("a").orElseThrow().pipeline()).isEqualTo("pipeline-1");
    assertThat(cases.find("d").orElseThrow().decision().ruleBase()).isEqualTo("rules-2");
    assertThat(fixture.counts.claimed).hasValue(4);
    assertThat(fixture.queue.counts()).containsEntry(JobState.DONE, 4L);
  }

  @Test
  void itemThatCannotBeReadIsParkedAtOnceAndTold() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.submit("broken", "good");
    fixture.run(
        item -> {
          if (item.id().equals("broken")) {
            fixture.count(item);
            throw new MediaException("PNG: IHDR at byte 8: expected 13 bytes, found 2");
          }
          return fixture.examine(item);
        },
        () -> fixture.counts.parked.get() == 1 && fixture.counts.decided.get() == 1);
    assertThat(fixture.examined.get("broken")).hasValue(1);
    ParkedJob parked = fixture.queue.parked(9).get(0);
    assertThat(parked.item().id()).isEqualTo("broken");
    assertThat(parked.cause()).isEqualTo("PNG: IHDR at byte 8: expected 13 bytes, found 2");
    assertThat(new Outbox(fixture.database).after(0, 9))
        .filteredOn(OutboxEntry.Parked.class::isInstance)
        .extracting(entry -> entry.item().id())
        .containsExactly("broken");
  }

  @Test
  void failuresAreTriedAgainAndParkedWithTheLastCauseAfterEnough() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.submit("cursed", "exhausting", "flaky");
    fixture.run(
        item -> {
          int attempt = fixture.count(item);
          switch (item.id()) {
            case "cursed" -> throw new IOException("attempt " + attempt);
            case "exhausting" -> throw new StackOverflowError("deep");
            default -> {
              if (attempt < 3) {
                throw new IllegalStateException("not yet");
              }
            }
          }
          return WorkerFixture.caseOf(item);
        },
        () -> fixture.counts.parked.get() == 2 && fixture.counts.decided.get() == 1);
    assertThat(fixture.examined.get("cursed")).hasValue(3);
    assertThat(fixture.examined.get("flaky")).hasValue(3);
    assertThat(fixture.counts.retried).hasValue(6);
    assertThat(fixture.queue.parked(9))
        .extracting(ParkedJob::cause)
        .containsExactlyInAnyOrder(
            "gave up after attempt 3: java.io.IOException: attempt 3",
            "gave up after attempt 3: java.lang.StackOverflowError: deep");
  }

  @Test
  void fullDiskReturnsTheJobAndItIsDecidedWhenThereIsRoom() throws Exception {
    open(new StoreOptions(directory, Duration.ofSeconds(5), 60 * 4096), Clock.systemUTC());
    fixture.submit("big", "small");
    AtomicBoolean room = new AtomicBoolean();
    Examiner examiner =
        item -> {
          fixture.count(item);
          boolean big = item.id().equals("big") && !room.get();
          List<Signal> signals = new ArrayList<>();
          for (int i = 0; i < (big ? 40 : 1); i++) {
            signals.add(new Abstention("decoding", "x".repeat(16_000)));
          }
          return new Case(item, MediaType.PNG, signals);
        };
    try (Worker worker =
        fixture.worker(WorkerFixture.options(1, LONG, LONG), examiner, WorkerFixture::rules)) {
      worker.start();
      WorkerFixture.await(
          () -> fixture.examined.containsKey("big") && fixture.examined.get("big").get() >= 4);
      assertThat(fixture.counts.troubled).hasPositiveValue();
      assertThat(fixture.counts.returned).hasPositiveValue();
      assertThat(new CaseStore(fixture.database).find("big")).isEmpty();
      room.set(true);
      WorkerFixture.await(() -> fixture.counts.decided.get() == 2);
    }
    assertThat(fixture.queue.counts()).containsEntry(JobState.DONE, 2L);
    assertThat(fixture.counts.parked).as("a full disk is not the item's fault").hasValue(0);
  }

  @Test
  void outcomeThatCannotBeWrittenIsParkedWithoutSpoilingTheOthers() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    fixture.queue.fault =
        (method, settlements) -> {
          for (Settlement settlement : settlements) {
            if (settlement instanceof Settlement.Completed done
                && done.job().item().id().equals("oversized")) {
              throw new IllegalArgumentException("case is too large");
            }
          }
        };
    fixture.submit("a", "oversized", "b");
    fixture.run(
        fixture::examine,
        () -> fixture.counts.decided.get() == 2 && fixture.counts.parked.get() == 1);
    assertThat(fixture.queue.parked(9).get(0).item().id()).isEqualTo("oversized");
    assertThat(fixture.queue.parked(9).get(0).cause()).contains("case is too large");
  }

  @Test
  void workerOutlivesAQueueThatIsOutOfReach() throws Exception {
    open(StoreOptions.in(directory), Clock.systemUTC());
    AtomicInteger left = new AtomicInteger(4);
    fixture.queue.fault =
        (method, settlements) -> {
          int number = left.getAndDecrement();
          if (number > 2) {
            throw new IOException("network is down");
          } else if (number > 0) {
            throw new IllegalStateException("driver is confused");
          }
        };
    fixture.submit("a");
    fixture.run(fixture::examine, () -> fixture.counts.decided.get() == 1);
    assertThat(fixture.counts.troubled).hasValue(4);
  }

  private void open(StoreOptions options, Clock clock) throws IOException {
    fixture = new WorkerFixture(options, clock);
  }
}
