package org.assay.app.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.assay.app.json.CaseJson;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.signal.Fingerprint;

/** A decision about to be put on record; the costly part, writing JSON, is done when it is made. */
public final class NewDecision {
  /** Longest JSON form of a case or a decision, in bytes. */
  static final int LIMIT_BYTES = 64 << 20;

  private final Case examined;
  private final Decision decision;
  private final String pipeline;
  private final Instant decided;
  private final String caseJson;
  private final String decisionJson;

  /**
   * Prepares the rows.
   *
   * @throws IllegalArgumentException if case or decision is larger than 64 MiB of JSON
   */
  public NewDecision(Case examined, Decision decision, String pipeline, Instant decided) {
    this.examined = examined;
    this.decision = decision;
    this.pipeline = pipeline;
    this.decided = decided;
    this.caseJson = bounded("case", Json.print(CaseJson.write(examined)));
    this.decisionJson = bounded("decision", Json.print(DecisionJson.write(decision)));
  }

  private String bounded(String what, String json) {
    long bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "%s of item '%s' is %d bytes of JSON, at most %d are kept"
              .formatted(what, examined.item().id(), bytes, LIMIT_BYTES));
    }
    return json;
  }

  /**
   * Puts decision, case, seen hashes and the notice in the outbox on record, in the caller's
   * transaction.
   *
   * @return number of the decision; empty, and nothing is written, if the item already has one of
   *     this pipeline
   */
  public OptionalLong insert(Connection connection) throws SQLException {
    OptionalLong sequence = insertDecision(connection);
    if (sequence.isPresent()) {
      insertCase(connection, sequence.getAsLong());
      insertSeen(connection, sequence.getAsLong());
      insertNotice(connection, sequence.getAsLong());
    }
    return sequence;
  }

  private OptionalLong insertDecision(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO decision (item_id, pipeline, verdict, rule_base, decision, decided)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (item_id, pipeline) DO NOTHING"
                + " RETURNING sequence")) {
      insert.setString(1, examined.item().id());
      insert.setString(2, pipeline);
      insert.setString(3, Json.kebab(decision.verdict()));
      insert.setString(4, decision.ruleBase());
      insert.setString(5, decisionJson);
      insert.setLong(6, decided.toEpochMilli());
      try (ResultSet row = insert.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private void insertCase(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO item_case VALUES (?, ?)")) {
      insert.setLong(1, sequence);
      insert.setString(2, caseJson);
      insert.executeUpdate();
    }
  }

  private void insertSeen(Connection connection, long sequence) throws SQLException {
    List<Fingerprint> prints =
        examined.signals().stream()
            .filter(Fingerprint.class::isInstance)
            .map(Fingerprint.class::cast)
            .toList();
    forgetEarlier(connection, sequence);
    if (prints.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO seen_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int ordinal = 0; ordinal < prints.size(); ordinal++) {
        Fingerprint print = prints.get(ordinal);
        insert.setLong(1, sequence);
        insert.setInt(2, ordinal);
        insert.setString(3, print.detector());
        insert.setString(4, print.type().name());
        insert.setString(5, print.type().variant());
        insert.setBytes(6, HexFormat.of().parseHex(print.hash()));
        insert.setInt(7, print.quality());
        if (print.time().isPresent()) {
          insert.setLong(8, print.time().get().toNanos());
        } else {
          insert.setNull(8, Types.INTEGER);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** An item that is decided again, by a newer pipeline, is seen only once. */
  private void forgetEarlier(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM seen_entry WHERE decision IN"
                + " (SELECT sequence FROM decision WHERE item_id = ? AND sequence <> ?)")) {
      delete.setString(1, examined.item().id());
      delete.setLong(2, sequence);
      delete.executeUpdate();
    }
  }

  private void insertNotice(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO outbox (item_id, decision, written) VALUES (?, ?, ?)")) {
      insert.setString(1, examined.item().id());
      insert.setLong(2, sequence);
      insert.setLong(3, decided.toEpochMilli());
      insert.executeUpdate();
    }
  }
}
