package org.assay.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.assay.app.json.RandomCases;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.signal.Fingerprint;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RandomSeed.class)
class CaseStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path directory;
  private Database database;
  private CaseStore cases;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(StoreOptions.in(directory));
    cases = new CaseStore(database);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @RepeatedTest(5)
  void caseAndDecisionComeBackAsTheyWereRecorded(Random random) throws IOException {
    RandomCases drawn = new RandomCases(random);
    List<DecidedCase> expected = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Case examined = drawn.examined("item-" + i);
      Decision decision = drawn.decision();
      long sequence = record(examined, decision, "p1").getAsLong();
      expected.add(0, new DecidedCase(sequence, examined, decision, "p1", NOW));
    }
    assertThat(cases.recent(100)).isEqualTo(expected);
    assertThat(cases.recent(3)).isEqualTo(expected.subList(0, 3));
    assertThat(cases.before(expected.get(2).sequence(), 4)).isEqualTo(expected.subList(3, 7));
    assertThat(cases.find("item-7")).contains(expected.get(0));
    assertThat(cases.find("item-99")).isEmpty();
    assertThat(cases.verdicts().values()).allMatch(count -> count >= 0);
    assertThat(cases.verdicts().values().stream().mapToLong(count -> count).sum()).isEqualTo(8);
    List<OutboxEntry> told = new Outbox(database).after(0, 100);
    assertThat(told).hasSize(8);
    assertThat(((OutboxEntry.Decided) told.get(7)).decided()).isEqualTo(expected.get(0));
  }

  @Test
  void secondDecisionOfTheSamePipelineIsRefused(Random random) throws IOException {
    RandomCases drawn = new RandomCases(random);
    Decision first = drawn.decision();
    assertThat(record(drawn.examined("a"), first, "p1")).isPresent();
    assertThat(record(drawn.examined("a"), drawn.decision(), "p1")).isEmpty();
    assertThat(cases.find("a").orElseThrow().decision()).isEqualTo(first);
    assertThat(new Outbox(database).last()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void seenHashesAreThoseOfTheNewestDecisionOfEachItem(Random random) throws IOException {
    RandomCases drawn = new RandomCases(random);
    List<SeenEntry> expected = new ArrayList<>();
    record(drawn.examined("b"), drawn.decision(), "p1");
    for (String item : List.of("a", "b")) {
      Case examined = drawn.examined(item);
      Decision decision = drawn.decision();
      record(examined, decision, "p2");
      examined.signals().stream()
          .filter(Fingerprint.class::isInstance)
          .map(Fingerprint.class::cast)
          .forEach(print -> expected.add(new SeenEntry(item, print, decision.verdict())));
    }
    List<SeenEntry> seen = new ArrayList<>();
    assertThat(cases.seen(seen::add)).isEqualTo(3);
    assertThat(seen).isEqualTo(expected);
  }

  private OptionalLong record(Case examined, Decision decision, String pipeline)
      throws IOException {
    NewDecision row = new NewDecision(examined, decision, pipeline, NOW);
    return database.write(row::insert);
  }
}
