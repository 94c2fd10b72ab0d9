package org.assay.app.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assay.app.json.CaseJson;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.decision.Verdict;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;

/** Reads what was decided. Safe for concurrent use; never holds up the writer. */
public final class CaseStore {
  private static final String DECIDED =
      "SELECT d.sequence, d.pipeline, d.decision, d.decided, c.item_case"
          + " FROM decision d JOIN item_case c ON c.decision = d.sequence ";

  private final Database database;

  /** Reads from {@code database}. */
  public CaseStore(Database database) {
    this.database = database;
  }

  /** The newest decision on an item, with its case. */
  public Optional<DecidedCase> find(String itemId) throws IOException {
    List<DecidedCase> found =
        select(
            DECIDED + "WHERE d.item_id = ? ORDER BY d.sequence DESC LIMIT 1",
            statement -> statement.setString(1, itemId));
    return found.stream().findFirst();
  }

  /** The newest decisions, newest first. */
  public List<DecidedCase> recent(int most) throws IOException {
    return before(Long.MAX_VALUE, most);
  }

  /** The decisions before the one with this number, newest first; for paging. */
  public List<DecidedCase> before(long sequence, int most) throws IOException {
    return select(
        DECIDED + "WHERE d.sequence < ? ORDER BY d.sequence DESC LIMIT ?",
        statement -> {
          statement.setLong(1, sequence);
          statement.setInt(2, most);
        });
  }

  /** Number of decisions of each verdict, zeros included; reads every decision's verdict. */
  public Map<Verdict, Long> verdicts() throws IOException {
    return database.read(
        connection -> {
          Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
          for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0L);
          }
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery("SELECT verdict, count(*) FROM decision GROUP BY 1")) {
            while (rows.next()) {
              counts.put(verdict(rows.getString(1)), rows.getLong(2));
            }
          }
          return counts;
        });
  }

  /**
   * Gives every hash of every decided item, oldest first.
   *
   * @return the outbox number up to which decisions were included; what follows it is news
   */
  public long seen(Consumer<SeenEntry> consumer) throws IOException {
    return database.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "SELECT d.item_id, d.verdict, s.detector, s.hash_name, s.hash_variant,"
                          + " s.hash, s.quality, s.frame_nanos FROM seen_entry s"
                          + " JOIN decision d ON d.sequence = s.decision"
                          + " ORDER BY s.decision, s.ordinal")) {
            while (rows.next()) {
              consumer.accept(seenEntry(rows));
            }
          }
          return Outbox.last(connection);
        });
  }

  private static SeenEntry seenEntry(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("hash");
    HashType type =
        new HashType(row.getString("hash_name"), row.getString("hash_variant"), 8 * hash.length);
    long nanos = row.getLong("frame_nanos");
    Optional<Duration> time =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    return new SeenEntry(
        row.getString("item_id"),
        new Fingerprint(
            row.getString("detector"),
            type,
            HexFormat.of().formatHex(hash),
            row.getInt("quality"),
            time),
        verdict(row.getString("verdict")));
  }

  private static Verdict verdict(String kebab) {
    return Verdict.valueOf(kebab.toUpperCase(Locale.ROOT));
  }

  private interface Filler {
    void fill(PreparedStatement statement) throws SQLException;
  }

  private List<DecidedCase> select(String sql, Filler filler) throws IOException {
    return database.read(
        connection -> {
          List<DecidedCase> cases = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            filler.fill(statement);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                cases.add(decided(rows));
              }
            }
          }
          return cases;
        });
  }

  /** Reads a row that has the columns of {@link #DECIDED}. */
  static DecidedCase decided(ResultSet row) throws SQLException, IOException {
    String where = "decision " + row.getLong("sequence");
    return new DecidedCase(
        row.getLong("sequence"),
        CaseJson.read(where, Json.parse(where, row.getString("item_case"))),
        DecisionJson.read(where, Json.parse(where, row.getString("decision"))),
        row.getString("pipeline"),
        Instant.ofEpochMilli(row.getLong("decided")));
  }
}
