package org.assay.app.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every job queue promises. */
public abstract class JobQueueContract {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final SettableClock clock = new SettableClock();
  private JobQueue queue;

  /** A new, empty queue. */
  protected abstract JobQueue newQueue(Clock clock) throws IOException;

  /** The decision on record, if there is one. */
  protected abstract Optional<Decision> decision(String itemId) throws IOException;

  /** Ids of the items of all notices in the outbox, in order, decided and parked alike. */
  protected abstract List<String> notices() throws IOException;

  @BeforeEach
  void makeQueue() throws IOException {
    queue = newQueue(clock);
  }

  @Test
  void jobsComeInOrderOfPriorityThenOfSubmission() throws IOException {
    submit(0, "a", "b", "c");
    submit(5, "urgent");
    submit(-5, "late");
    submit(0, "d");
    assertThat(ids(queue.claim(3, "w1", LEASE))).containsExactly("urgent", "a", "b");
    assertThat(ids(queue.claim(9, "w1", LEASE))).containsExactly("c", "d", "late");
    assertThat(queue.claim(9, "w1", LEASE)).isEmpty();
  }

  @Test
  void jobCarriesItsItemAsSubmitted() throws IOException {
    MediaItem item =
        new MediaItem(
            "id with spaces and 'quotes'",
            "api",
            Path.of("/media/ä.png"),
            new Context(
                "account",
                "\u0000caption",
                List.of("x"),
                Optional.empty(),
                Optional.of("other"),
                Set.of()));
    queue.submit(List.of(item), 3);
    Job job = queue.claim(1, "w1", LEASE).get(0);
    assertThat(job)
        .isEqualTo(
            new Job(item, 3, 1, "w1", job.claim(), clock.instant().plus(LEASE), clock.instant()));
  }

  @Test
  void itemIsAcceptedOnceWhateverBecameOfItsJob() throws IOException {
    assertThat(submit(0, "a", "b", "a")).containsExactly("a", "b");
    assertThat(submit(0, "b", "c")).containsExactly("c");
    List<Job> jobs = queue.claim(9, "w1", LEASE);
    assertThat(submit(0, "a")).isEmpty();
    queue.settle(List.of(completed(jobs.get(0)), new Settlement.Parked(jobs.get(1), "broken")));
    assertThat(submit(0, "a", "b", "c")).isEmpty();
    assertThat(queue.claim(9, "w1", LEASE)).isEmpty();
  }

  @Test
  void itemIdsThatCannotBeKeptAreRefusedAndNothingIsTaken() throws IOException {
    assertThatThrownBy(() -> submit(0, "good", "x".repeat(513)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 512");
    assertThatThrownBy(() -> submit(0, "good", "line\nbreak"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(queue.claim(9, "w1", LEASE)).isEmpty();
  }

  @Test
  void expiredLeaseHandsTheJobToAnotherAndCountsAsAnAttempt() throws IOException {
    submit(0, "a");
    Job first = queue.claim(1, "w1", LEASE).get(0);
    clock.pass(LEASE.minusMillis(1));
    assertThat(queue.claim(1, "w2", LEASE)).isEmpty();
    clock.pass(Duration.ofMillis(1));
    Job second = queue.claim(1, "w2", LEASE).get(0);
    assertThat(second.item()).isEqualTo(first.item());
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.owner()).isEqualTo("w2");
  }

  @Test
  void staleOwnerCanNeitherCompleteNorReleaseNorParkNorExtend() throws IOException {
    submit(0, "a");
    Job stale = queue.claim(1, "w1", LEASE).get(0);
    clock.pass(LEASE);
    Job held = queue.claim(1, "w2", LEASE).get(0);
    assertThat(
            queue.settle(
                List.of(
                    completed(stale),
                    new Settlement.Failed(stale, Duration.ZERO, "x"),
                    new Settlement.Returned(stale, Duration.ZERO, "x"),
                    new Settlement.Parked(stale, "x"))))
        .containsOnly(Settled.STALE);
    assertThat(queue.extend(List.of(stale), LEASE)).isEmpty();
    assertThat(decision("a")).isEmpty();
    assertThat(notices()).isEmpty();
    assertThat(queue.settle(List.of(completed(held)))).containsExactly(Settled.DONE);
  }

  @Test
  void sameOwnerCannotCompleteAnEarlierClaimOfItsOwn() throws IOException {
    submit(0, "a");
    Job earlier = queue.claim(1, "w1", LEASE).get(0);
    clock.pass(LEASE);
    Job later = queue.claim(1, "w1", LEASE).get(0);
    assertThat(queue.settle(List.of(completed(earlier)))).containsExactly(Settled.STALE);
    assertThat(queue.settle(List.of(completed(later)))).containsExactly(Settled.DONE);
  }

  @Test
  void expiredClaimThatNobodyTookStillCounts() throws IOException {
    submit(0, "a");
    Job job = queue.claim(1, "w1", LEASE).get(0);
    clock.pass(LEASE.multipliedBy(3));
    assertThat(queue.settle(List.of(completed(job)))).containsExactly(Settled.DONE);
    assertThat(decision("a")).isPresent();
  }

  @Test
  void heartbeatHoldsTheJob() throws IOException {
    submit(0, "a", "b");
    List<Job> jobs = queue.claim(2, "w1", LEASE);
    clock.pass(LEASE.minusSeconds(1));
    List<Job> held = queue.extend(jobs.subList(0, 1), LEASE);
    assertThat(held.get(0).leaseUntil()).isEqualTo(clock.instant().plus(LEASE));
    clock.pass(LEASE.minusSeconds(1));
    assertThat(ids(queue.claim(9, "w2", LEASE))).containsExactly("b");
    assertThat(queue.settle(List.of(completed(held.get(0))))).containsExactly(Settled.DONE);
  }

  @Test
  void completionRecordsOneDecisionAndOneNotice() throws IOException {
    submit(0, "a");
    Job job = queue.claim(1, "w1", LEASE).get(0);
    assertThat(queue.settle(List.of(completed(job)))).containsExactly(Settled.DONE);
    assertThat(queue.settle(List.of(completed(job)))).containsExactly(Settled.STALE);
    assertThat(decision("a")).contains(Decision.of(List.of(), "rules-1"));
    assertThat(notices()).containsExactly("a");
    clock.pass(Duration.ofDays(1));
    assertThat(queue.claim(9, "w2", LEASE)).isEmpty();
  }

  @Test
  void failedJobComesBackAfterItsDelayWithTheAttemptCounted() throws IOException {
    submit(0, "a");
    Job job = queue.claim(1, "w1", LEASE).get(0);
    queue.settle(List.of(new Settlement.Failed(job, Duration.ofSeconds(8), "no luck")));
    clock.pass(Duration.ofSeconds(8).minusMillis(1));
    assertThat(queue.claim(1, "w1", LEASE)).isEmpty();
    clock.pass(Duration.ofMillis(1));
    assertThat(queue.claim(1, "w1", LEASE).get(0).attempt()).isEqualTo(2);
  }

  @Test
  void returnedJobComesBackInItsPlaceWithoutCountingTheAttempt() throws IOException {
    submit(0, "a", "b");
    Job job = queue.claim(1, "w1", LEASE).get(0);
    queue.settle(List.of(new Settlement.Returned(job, Duration.ZERO, "worker stops")));
    List<Job> again = queue.claim(2, "w2", LEASE);
    assertThat(ids(again)).containsExactly("a", "b");
    assertThat(again.get(0).attempt()).isEqualTo(1);
  }

  @Test
  void parkedJobIsListedWithItsCauseToldAndComesBackOnlyWhenReplayed() throws IOException {
    submit(0, "a", "b");
    List<Job> jobs = queue.claim(2, "w1", LEASE);
    queue.settle(List.of(new Settlement.Parked(jobs.get(1), "JPEG: ends at byte 7")));
    clock.pass(Duration.ofDays(9));
    assertThat(ids(queue.claim(9, "w1", LEASE))).containsExactly("a");
    ParkedJob parked = queue.parked(10).get(0);
    assertThat(parked.item()).isEqualTo(jobs.get(1).item());
    assertThat(parked.cause()).isEqualTo("JPEG: ends at byte 7");
    assertThat(parked.attempts()).isEqualTo(1);
    assertThat(notices()).containsExactly("b");

    assertThat(queue.replay(List.of("a", "b", "unknown"))).containsExactly("b");
    assertThat(queue.parked(10)).isEmpty();
    assertThat(queue.claim(9, "w1", LEASE).get(0).attempt()).isEqualTo(1);
  }

  @Test
  void everyStateIsCounted() throws IOException {
    submit(0, "a", "b", "c", "d", "e");
    List<Job> jobs = queue.claim(4, "w1", LEASE);
    queue.settle(
        List.of(
            completed(jobs.get(0)),
            new Settlement.Parked(jobs.get(1), "x"),
            new Settlement.Failed(jobs.get(2), Duration.ofDays(1), "x")));
    assertThat(queue.counts())
        .containsEntry(JobState.READY, 2L)
        .containsEntry(JobState.LEASED, 1L)
        .containsEntry(JobState.DONE, 1L)
        .containsEntry(JobState.PARKED, 1L);
  }

  @Test
  void manyThreadsNeverHoldTheSameJobAtOnceAndEveryJobIsDecidedOnce() throws Exception {
    int jobs = 400;
    submit(0, IntStream.range(0, jobs).mapToObj(i -> "item-" + i).toArray(String[]::new));
    Set<String> held = ConcurrentHashMap.newKeySet();
    List<Callable<Integer>> owners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String owner = "w" + i;
      owners.add(() -> work(owner, held));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int done = 0;
    try {
      for (Future<Integer> answer : threads.invokeAll(owners)) {
        done += answer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(done).isEqualTo(jobs);
    assertThat(notices()).hasSize(jobs).doesNotHaveDuplicates();
  }

  private int work(String owner, Set<String> held) throws IOException {
    int done = 0;
    while (true) {
      List<Job> jobs = queue.claim(7, owner, LEASE);
      if (jobs.isEmpty()) {
        return done;
      }
      List<Settlement> settlements = new ArrayList<>();
      for (Job job : jobs) {
        assertThat(held.add(job.item().id())).as("claimed by two owners").isTrue();
        settlements.add(completed(job));
      }
      assertThat(queue.settle(settlements)).containsOnly(Settled.DONE);
      done += jobs.size();
    }
  }

  private Set<String> submit(int priority, String... ids) throws IOException {
    List<MediaItem> items = new ArrayList<>();
    for (String id : ids) {
      items.add(new MediaItem(id, "test", Path.of("/media", id.hashCode() + ""), Context.NONE));
    }
    return queue.submit(items, priority);
  }

  private static List<String> ids(List<Job> jobs) {
    return jobs.stream().map(job -> job.item().id()).toList();
  }

  private static Settlement completed(Job job) {
    return new Settlement.Completed(
        job,
        new Case(job.item(), MediaType.PNG, List.of()),
        Decision.of(List.of(), "rules-1"),
        "pipeline-1");
  }
}
