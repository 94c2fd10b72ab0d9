package org.assay.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assay.app.store.ParkedDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DelivererTest {
  @TempDir private Path directory;
  private OutboxFixture fixture;
  private final Recorder recorder = new Recorder();

  /** Remembers what it took, unless a test wants a fault first. */
  private static final class Recorder implements Subscriber {
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile Fault fault = item -> {};

    private interface Fault {
      void strike(String item) throws IOException;
    }

    @Override
    public String id() {
      return "recorder";
    }

    @Override
    public int most() {
      return 3;
    }

    @Override
    public void deliver(List<Notice> notices) throws IOException {
      for (Notice notice : notices) {
        fault.strike(notice.entry().item().id());
      }
      notices.forEach(notice -> taken.add(notice.entry().item().id()));
    }
  }

  @BeforeEach
  void open() throws IOException {
    fixture = new OutboxFixture(directory);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void everyEntryIsDeliveredOnceAndInOrderAlsoAcrossARestart() throws Exception {
    fixture.decide("a", "b", "c", "d", "e");
    try (Deliverer deliverer = fixture.deliverer(recorder, "p1")) {
      assertThat(deliverer.deliverNow()).isTrue();
    }
    fixture.reopen();
    fixture.decide("f");
    fixture.park("g", "broken");
    try (Deliverer deliverer = fixture.deliverer(recorder, "p2")) {
      assertThat(deliverer.deliverNow()).isTrue();
    }
    assertThat(recorder.taken).containsExactly("a", "b", "c", "d", "e", "f", "g");
  }

  @Test
  void delivererOnItsOwnThreadHearsOfWhatIsNew() throws Exception {
    try (Deliverer deliverer = fixture.deliverer(recorder, "p1")) {
      deliverer.start();
      fixture.decide("a");
      deliverer.nudge();
      awaitTaken(1);
      fixture.decide("b");
      awaitTaken(2);
    }
    assertThat(recorder.taken).containsExactly("a", "b");
  }

  @Test
  void subscriberOutOfReachIsWaitedForHoweverLong() throws Exception {
    int[] attempts = {0};
    recorder.fault =
        item -> {
          if (attempts[0]++ < 20) {
            throw new IOException("connection refused");
          }
        };
    fixture.decide("a", "b");
    try (Deliverer deliverer = fixture.deliverer(recorder, "p1")) {
      deliverer.start();
      awaitTaken(2);
    }
    assertThat(attempts[0]).isGreaterThan(20);
    assertThat(fixture.subscriptions().parked(9)).isEmpty();
  }

  @Test
  void entryThatIsRefusedForGoodIsParkedAndTheOthersGoOn() throws Exception {
    List<String> tries = new ArrayList<>();
    recorder.fault =
        item -> {
          tries.add(item);
          if (item.equals("b")) {
            throw new RefusedException(true, "status 400");
          }
        };
    fixture.decide("a", "b", "c");
    try (Deliverer deliverer = fixture.deliverer(recorder, "p1")) {
      assertThat(deliverer.deliverNow()).isTrue();
    }
    assertThat(recorder.taken).containsExactly("a", "c");
    assertThat(tries).containsExactly("a", "b", "a", "b", "c");
    assertThat(fixture.subscriptions().parked(9))
        .extracting(ParkedDelivery::itemId)
        .containsExactly("b");
  }

  @Test
  void entryThatIsRefusedAgainAndAgainIsParkedAndCanBeReplayed() throws Exception {
    recorder.fault =
        item -> {
          if (item.equals("b")) {
            throw new IllegalStateException("status 500");
          }
        };
    fixture.decide("a", "b", "c");
    try (Deliverer deliverer = fixture.deliverer(recorder, "p1")) {
      deliverer.start();
      awaitTaken(2);
      assertThat(recorder.taken).containsExactly("a", "c");
      ParkedDelivery parked = fixture.subscriptions().parked(9).get(0);
      assertThat(parked.cause()).contains("status 500");

      recorder.fault = item -> {};
      assertThat(fixture.subscriptions().replay("recorder", List.of(parked.sequence(), 99L)))
          .isEqualTo(1);
      awaitTaken(3);
    }
    assertThat(recorder.taken).containsExactly("a", "c", "b");
    assertThat(fixture.subscriptions().parked(9)).isEmpty();
    assertThat(fixture.subscriptions().replays("recorder", 9)).isEmpty();
  }

  @Test
  void oneProcessDeliversAndAnotherTakesOverWhenItCloses() throws Exception {
    try (Deliverer second = fixture.deliverer(recorder, "p2")) {
      try (Deliverer first = fixture.deliverer(recorder, "p1")) {
        fixture.decide("a");
        assertThat(first.deliverNow()).isTrue();
        fixture.decide("b");
        assertThat(second.deliverNow()).isFalse();
        assertThat(recorder.taken).containsExactly("a");
      }
      assertThat(second.deliverNow()).isTrue();
    }
    assertThat(recorder.taken).containsExactly("a", "b");
  }

  @Test
  void hookInMemoryFollowsFromWhereItStarted() throws Exception {
    fixture.decide("a");
    long start = fixture.outbox().last();
    fixture.decide("b");
    fixture.park("broken", "why");
    fixture.decide("c");
    List<String> seen = new ArrayList<>();
    DecisionHook hook =
        new DecisionHook("seen", (examined, decision) -> seen.add(examined.item().id()));
    try (Deliverer deliverer = fixture.deliverer(hook, new MemoryPosition(start))) {
      assertThat(deliverer.deliverNow()).isTrue();
      fixture.decide("d");
      assertThat(deliverer.deliverNow()).isTrue();
    }
    assertThat(seen).containsExactly("b", "c", "d");
  }

  private void awaitTaken(int count) throws InterruptedException {
    while (recorder.taken.size() < count) { // the class's time-out ends a wait in vain
      Thread.sleep(5);
    }
  }
}
