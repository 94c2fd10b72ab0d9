package org.assay.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.DecidedCase;
import org.assay.app.store.Outbox;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobQueueTest extends JobQueueContract {
  @TempDir private Path directory;
  private Database database;

  @Override
  protected JobQueue newQueue(Clock clock) throws IOException {
    database = Database.open(StoreOptions.in(directory));
    return new SqliteJobQueue(database, clock);
  }

  @Override
  protected Optional<Decision> decision(String itemId) throws IOException {
    return new CaseStore(database).find(itemId).map(DecidedCase::decision);
  }

  @Override
  protected List<String> notices() throws IOException {
    return new Outbox(database).after(0, 10_000).stream().map(entry -> entry.item().id()).toList();
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void itemDecidedByThisPipelineKeepsItsDecisionWhenAJobForItRunsAgain() throws IOException {
    JobQueue queue = new SqliteJobQueue(database, new SettableClock());
    MediaItem item = new MediaItem("a", "test", Path.of("/a"), Context.NONE);
    queue.submit(List.of(item), 0);
    settle(queue, "pipeline-1", "rules-1", Settled.DONE);
    replayDone();
    settle(queue, "pipeline-1", "rules-2", Settled.DUPLICATE);
    assertThat(decision("a").orElseThrow().ruleBase()).isEqualTo("rules-1");
    assertThat(notices()).containsExactly("a");
    replayDone();
    settle(queue, "pipeline-2", "rules-2", Settled.DONE);
    assertThat(decision("a").orElseThrow().ruleBase()).isEqualTo("rules-2");
    assertThat(notices()).containsExactly("a", "a");
  }

  @Test
  void jobsOutliveTheProcess() throws IOException {
    MediaItem item = new MediaItem("a", "test", Path.of("/a"), Context.NONE);
    new SqliteJobQueue(database, new SettableClock()).submit(List.of(item), 0);
    database.close();
    JobQueue reopened = newQueue(new SettableClock());
    assertThat(reopened.submit(List.of(item), 0)).isEmpty();
    assertThat(reopened.claim(1, "w", Duration.ofSeconds(1))).hasSize(1);
  }

  private void replayDone() throws IOException {
    database.write(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE job SET state = 'ready' WHERE state = 'done'");
          }
        });
  }

  private static void settle(JobQueue queue, String pipeline, String rules, Settled expected)
      throws IOException {
    Job job = queue.claim(1, "w", Duration.ofSeconds(1)).get(0);
    Case examined = new Case(job.item(), MediaType.PNG, List.of());
    Decision decision = Decision.of(List.of(), rules);
    assertThat(queue.settle(List.of(new Settlement.Completed(job, examined, decision, pipeline))))
        .containsExactly(expected);
  }
}
