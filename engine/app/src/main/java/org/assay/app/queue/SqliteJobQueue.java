package org.assay.app.queue;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.app.json.ItemJson;
import org.assay.app.json.Json;
import org.assay.app.store.Database;
import org.assay.media.MediaItem;

/**
 * A job queue in the same SQLite file as the decisions, so that a job ends in the transaction that
 * records its decision. Made for one dispatcher a process that claims and settles in batches.
 */
public final class SqliteJobQueue implements JobQueue {
  private final Database database;
  private final Clock clock;

  /** Keeps jobs in {@code database}; {@code clock} is for leases and delays. */
  public SqliteJobQueue(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Set<String> submit(List<MediaItem> items, int priority) throws IOException {
    List<String> json = new ArrayList<>();
    for (MediaItem item : items) {
      requireStorable(item.id());
      json.add(Json.print(ItemJson.write(item)));
    }
    long now = clock.millis();
    return database.write(
        connection -> {
          Set<String> accepted = new LinkedHashSet<>();
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO job (item_id, item, priority, state, submitted)"
                      + " VALUES (?, ?, ?, 'ready', ?) ON CONFLICT (item_id) DO NOTHING")) {
            for (int i = 0; i < items.size(); i++) {
              insert.setString(1, items.get(i).id());
              insert.setString(2, json.get(i));
              insert.setInt(3, priority);
              insert.setLong(4, now);
              if (insert.executeUpdate() == 1) {
                accepted.add(items.get(i).id());
              }
            }
          }
          return accepted;
        });
  }

  private static void requireStorable(String id) {
    if (id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "item id must have at most %d characters, found %d".formatted(LONGEST_ID, id.length()));
    }
    if (id.chars()
        .anyMatch(unit -> Character.isISOControl(unit) || Character.isSurrogate((char) unit))) {
      throw new IllegalArgumentException("item id must not have control characters or surrogates");
    }
  }

  @Override
  public List<Job> claim(int most, String owner, Duration lease) throws IOException {
    if (most < 1) {
      throw new IllegalArgumentException("at least one job must be claimed: " + most);
    }
    Instant now = clock.instant();
    Instant until = now.plus(lease);
    return database.write(
        connection -> {
          makeReady(connection, now);
          List<Numbered> claimed = new ArrayList<>();
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET state = 'leased', owner = ?, lease_until = ?, claims = claims + 1"
                      + " WHERE sequence IN (SELECT sequence FROM job"
                      + " WHERE state = 'ready' AND delayed_until IS NULL"
                      + " ORDER BY priority DESC, sequence LIMIT ?)"
                      + " RETURNING sequence, item, priority, failures, claims, submitted")) {
            update.setString(1, owner);
            update.setLong(2, until.toEpochMilli());
            update.setInt(3, most);
            try (ResultSet rows = update.executeQuery()) {
              while (rows.next()) {
                claimed.add(numbered(rows, owner, until));
              }
            }
          }
          // RETURNING gives rows in no particular order
          claimed.sort(
              comparing((Numbered job) -> -(long) job.job().priority())
                  .thenComparing(Numbered::sequence));
          return claimed.stream().map(Numbered::job).toList();
        });
  }

  private record Numbered(long sequence, Job job) {}

  private static Numbered numbered(ResultSet row, String owner, Instant until)
      throws SQLException, IOException {
    long sequence = row.getLong("sequence");
    return new Numbered(
        sequence,
        new Job(
            item(row),
            row.getInt("priority"),
            row.getInt("failures") + 1,
            owner,
            row.getLong("claims"),
            until,
            Instant.ofEpochMilli(row.getLong("submitted"))));
  }

  /** Delays that are over, and leases that ran out: the latter count as a failed attempt. */
  private static void makeReady(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement due =
            connection.prepareStatement(
                "UPDATE job SET delayed_until = NULL"
                    + " WHERE state = 'ready' AND delayed_until <= ?");
        PreparedStatement expired =
            connection.prepareStatement(
                "UPDATE job SET state = 'ready', failures = failures + 1, owner = NULL,"
                    + " lease_until = NULL, cause = 'lease of ' || owner || ' ran out'"
                    + " WHERE state = 'leased' AND lease_until <= ?")) {
      due.setLong(1, now.toEpochMilli());
      due.executeUpdate();
      expired.setLong(1, now.toEpochMilli());
      expired.executeUpdate();
    }
  }

  @Override
  public List<Job> extend(Collection<Job> jobs, Duration lease) throws IOException {
    Instant until = clock.instant().plus(lease);
    return database.write(
        connection -> {
          List<Job> held = new ArrayList<>();
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET lease_until = ? WHERE item_id = ? AND state = 'leased'"
                      + " AND owner = ? AND claims = ?")) {
            for (Job job : jobs) {
              update.setLong(1, until.toEpochMilli());
              update.setString(2, job.item().id());
              update.setString(3, job.owner());
              update.setLong(4, job.claim());
              if (update.executeUpdate() == 1) {
                held.add(job.until(until));
              }
            }
          }
          return held;
        });
  }

  @Override
  public List<Settled> settle(List<? extends Settlement> settlements) throws IOException {
    SettlementWriter writer = new SettlementWriter(settlements, clock.instant());
    return database.write(writer::write);
  }

  @Override
  public List<ParkedJob> parked(int most) throws IOException {
    return database.read(
        connection -> {
          List<ParkedJob> parked = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT item, failures, cause, settled FROM job WHERE state = 'parked'"
                      + " ORDER BY settled DESC, sequence DESC LIMIT ?")) {
            statement.setInt(1, most);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                parked.add(
                    new ParkedJob(
                        item(rows),
                        rows.getInt("failures"),
                        rows.getString("cause"),
                        Instant.ofEpochMilli(rows.getLong("settled"))));
              }
            }
          }
          return parked;
        });
  }

  @Override
  public Set<String> replay(Collection<String> itemIds) throws IOException {
    return database.write(
        connection -> {
          Set<String> replayed = new LinkedHashSet<>();
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE job SET state = 'ready', failures = 0, settled = NULL"
                      + " WHERE item_id = ? AND state = 'parked'")) {
            for (String id : itemIds) {
              update.setString(1, id);
              if (update.executeUpdate() == 1) {
                replayed.add(id);
              }
            }
          }
          return replayed;
        });
  }

  @Override
  public Map<JobState, Long> counts() throws IOException {
    return database.read(
        connection -> {
          Map<JobState, Long> counts = new EnumMap<>(JobState.class);
          for (JobState state : JobState.values()) {
            // the state as a constant in the text lets SQLite use the partial indexes
            try (PreparedStatement statement =
                    connection.prepareStatement(
                        "SELECT count(*) FROM job WHERE state = '" + Json.kebab(state) + "'");
                ResultSet row = statement.executeQuery()) {
              counts.put(state, row.getLong(1));
            }
          }
          return counts;
        });
  }

  private static MediaItem item(ResultSet row) throws SQLException, IOException {
    return ItemJson.read("job", Json.parse("job", row.getString("item")));
  }
}
