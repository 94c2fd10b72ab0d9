package org.assay.app.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.app.queue.Backoff;
import org.assay.app.store.Database;
import org.assay.app.store.NewDecision;
import org.assay.app.store.Outbox;
import org.assay.app.store.StoreOptions;
import org.assay.app.store.Subscriptions;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;

/** A database with an outbox, and deliverers that do not wait long. */
final class OutboxFixture implements AutoCloseable {
  static final DeliveryOptions QUICK =
      new DeliveryOptions(
          Duration.ofMillis(5), 3, new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), 0.5));

  private final Path directory;
  private Database database;

  OutboxFixture(Path directory) throws IOException {
    this.directory = directory;
    this.database = Database.open(StoreOptions.in(directory));
  }

  Outbox outbox() {
    return new Outbox(database);
  }

  Subscriptions subscriptions() {
    return new Subscriptions(database, Clock.systemUTC());
  }

  /** As after a restart of the process. */
  void reopen() throws IOException {
    database.close();
    database = Database.open(StoreOptions.in(directory));
  }

  /** Decides items, in one transaction. */
  void decide(String... ids) throws IOException {
    List<NewDecision> rows = new ArrayList<>();
    for (String id : ids) {
      MediaItem item = new MediaItem(id, "test", Path.of("/media"), Context.NONE);
      Case examined = new Case(item, MediaType.PNG, List.of());
      rows.add(
          new NewDecision(
              examined,
              Decision.of(List.of(), "rules-1"),
              "pipeline-1",
              Instant.parse("2026-11-22T10:00:00Z")));
    }
    database.write(
        connection -> {
          for (NewDecision row : rows) {
            row.insert(connection);
          }
          return null;
        });
  }

  /** Parks an item. */
  void park(String id, String cause) throws IOException {
    MediaItem item = new MediaItem(id, "test", Path.of("/media"), Context.NONE);
    database.write(
        connection -> {
          Outbox.parked(connection, item, cause, Instant.parse("2026-11-22T10:00:01Z"));
          return null;
        });
  }

  Deliverer deliverer(Subscriber subscriber, String owner) {
    Position position =
        new DurablePosition(subscriptions(), subscriber.id(), owner, Duration.ofMinutes(1));
    return deliverer(subscriber, position);
  }

  Deliverer deliverer(Subscriber subscriber, Position position) {
    return new Deliverer(
        outbox(), position, subscriber, QUICK, DeliveryListener.NONE, new Random(1));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
