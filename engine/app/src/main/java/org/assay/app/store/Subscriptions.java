package org.assay.app.store;

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
import java.util.List;
import java.util.OptionalLong;
import org.assay.app.store.StoreException.Fault;

/**
 * How far each subscriber has been told what is in the outbox, and by which process: one at a time.
 * Safe for concurrent use.
 */
public final class Subscriptions {
  private final Database database;
  private final Clock clock;

  /** Keeps positions in {@code database}. */
  public Subscriptions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes or keeps the right to deliver to a subscriber; a new one starts at the beginning.
   *
   * @param owner unique to the process
   * @return number of the last entry delivered or parked; empty while another owner's lease runs
   */
  public OptionalLong acquire(String subscriber, String owner, Duration lease) throws IOException {
    Instant now = clock.instant();
    return database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO subscription VALUES (?1, 0, ?2, ?3)"
                      + " ON CONFLICT (subscriber) DO UPDATE SET owner = ?2, lease_until = ?3"
                      + " WHERE owner IS NULL OR owner = ?2 OR lease_until <= ?4"
                      + " RETURNING position")) {
            upsert.setString(1, subscriber);
            upsert.setString(2, owner);
            upsert.setLong(3, now.plus(lease).toEpochMilli());
            upsert.setLong(4, now.toEpochMilli());
            try (ResultSet row = upsert.executeQuery()) {
              return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
          }
        });
  }

  /** Gives the right to deliver away, so that another process need not wait for the lease. */
  public void release(String subscriber, String owner) throws IOException {
    database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE subscription SET owner = NULL, lease_until = NULL"
                      + " WHERE subscriber = ? AND owner = ?")) {
            update.setString(1, subscriber);
            update.setString(2, owner);
            return update.executeUpdate();
          }
        });
  }

  /**
   * Records that everything up to an entry is delivered.
   *
   * @throws StoreException if the subscription is now another owner's
   */
  public void advance(String subscriber, String owner, long sequence) throws IOException {
    database.write(
        connection -> {
          advance(connection, subscriber, owner, sequence);
          return null;
        });
  }

  /** Records that an entry was given up, and goes on to the next. */
  public void park(String subscriber, String owner, long sequence, String cause)
      throws IOException {
    database.write(
        connection -> {
          advance(connection, subscriber, owner, sequence);
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO parked_delivery VALUES (?, ?, ?, ?, 0)"
                      + " ON CONFLICT DO UPDATE SET cause = excluded.cause, replay = 0")) {
            insert.setString(1, subscriber);
            insert.setLong(2, sequence);
            insert.setString(3, cause);
            insert.setLong(4, clock.millis());
            return insert.executeUpdate();
          }
        });
  }

  /** What was given up, of all subscribers, oldest first. */
  public List<ParkedDelivery> parked(int most) throws IOException {
    return database.read(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT p.subscriber, p.sequence, o.item_id, p.cause, p.parked"
                      + " FROM parked_delivery p JOIN outbox o ON o.sequence = p.sequence"
                      + " WHERE p.replay = 0 ORDER BY p.sequence, p.subscriber LIMIT ?")) {
            statement.setInt(1, most);
            List<ParkedDelivery> parked = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                parked.add(
                    new ParkedDelivery(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        Instant.ofEpochMilli(rows.getLong(5))));
              }
            }
            return parked;
          }
        });
  }

  /** Asks for deliveries that were given up to be tried again; returns how many there were. */
  public int replay(String subscriber, Collection<Long> sequences) throws IOException {
    return database.write(
        connection -> {
          int changed = 0;
          for (long sequence : sequences) {
            changed +=
                change(
                    connection,
                    "UPDATE parked_delivery SET replay = 1 WHERE subscriber = ? AND sequence = ?",
                    subscriber,
                    sequence);
          }
          return changed;
        });
  }

  /** The entries that are to be tried again, in order. */
  public List<OutboxEntry> replays(String subscriber, int most) throws IOException {
    return database.read(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  Outbox.ENTRIES
                      + "JOIN parked_delivery p ON p.sequence = o.sequence"
                      + " WHERE p.subscriber = ? AND p.replay = 1 ORDER BY o.sequence LIMIT ?")) {
            statement.setString(1, subscriber);
            statement.setInt(2, most);
            return Outbox.entries(statement);
          }
        });
  }

  /** Records that a replayed entry is delivered. */
  public void replayed(String subscriber, long sequence) throws IOException {
    database.write(
        connection ->
            change(
                connection,
                "DELETE FROM parked_delivery WHERE subscriber = ? AND sequence = ?",
                subscriber,
                sequence));
  }

  private static int change(Connection connection, String sql, String subscriber, long sequence)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, subscriber);
      statement.setLong(2, sequence);
      return statement.executeUpdate();
    }
  }

  private void advance(Connection connection, String subscriber, String owner, long sequence)
      throws SQLException, StoreException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE subscription SET position = max(position, ?)"
                + " WHERE subscriber = ? AND owner = ?")) {
      update.setLong(1, sequence);
      update.setString(2, subscriber);
      update.setString(3, owner);
      if (update.executeUpdate() == 0) {
        throw new StoreException(
            Fault.LOCKED,
            "subscription '%s' is no longer delivered by %s".formatted(subscriber, owner));
      }
    }
  }
}
