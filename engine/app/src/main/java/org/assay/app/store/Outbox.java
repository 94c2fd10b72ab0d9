package org.assay.app.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assay.app.json.ItemJson;
import org.assay.app.json.Json;
import org.assay.media.MediaItem;

/** What was committed and is to be told, in order of commit. Safe for concurrent use. */
public final class Outbox {
  static final String ENTRIES =
      "SELECT o.sequence AS entry, o.written, o.item, o.cause,"
          + " d.sequence, d.pipeline, d.decision, d.decided, c.item_case FROM outbox o"
          + " LEFT JOIN decision d ON d.sequence = o.decision"
          + " LEFT JOIN item_case c ON c.decision = d.sequence ";

  private final Database database;

  /** Reads from {@code database}. */
  public Outbox(Database database) {
    this.database = database;
  }

  /** Entries after the one with this number, in order. */
  public List<OutboxEntry> after(long sequence, int most) throws IOException {
    return database.read(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  ENTRIES + "WHERE o.sequence > ? ORDER BY o.sequence LIMIT ?")) {
            statement.setLong(1, sequence);
            statement.setInt(2, most);
            return entries(statement);
          }
        });
  }

  /** Number of the newest entry, 0 if there is none. */
  public long last() throws IOException {
    return database.read(Outbox::last);
  }

  /** A key for one entry, the same at every attempt and unlike any other's, in any database. */
  public String key(OutboxEntry entry) {
    return database.id() + "-" + entry.sequence();
  }

  /** Puts a notice of a parked job in the outbox, in the caller's transaction. */
  public static void parked(Connection connection, MediaItem item, String cause, Instant written)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (item_id, item, cause, written) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, item.id());
      insert.setString(2, Json.print(ItemJson.write(item)));
      insert.setString(3, cause);
      insert.setLong(4, written.toEpochMilli());
      insert.executeUpdate();
    }
  }

  static long last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(max(sequence), 0) FROM outbox")) {
      return row.getLong(1);
    }
  }

  /** Runs a statement that starts with {@link #ENTRIES}. */
  static List<OutboxEntry> entries(PreparedStatement statement) throws SQLException, IOException {
    List<OutboxEntry> entries = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return entries;
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException, IOException {
    long sequence = row.getLong("entry");
    Instant written = Instant.ofEpochMilli(row.getLong("written"));
    String item = row.getString("item");
    if (item == null) {
      return new OutboxEntry.Decided(sequence, written, CaseStore.decided(row));
    }
    String where = "outbox entry " + sequence;
    return new OutboxEntry.Parked(
        sequence, written, ItemJson.read(where, Json.parse(where, item)), row.getString("cause"));
  }
}
