package org.assay.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.assay.app.store.StoreException.Fault;

/** Brings the tables to the version that this program knows, one ordered SQL file a step. */
final class Migrations {
  /**
   * Never change a step that was released: add one. Statements end with a semicolon and newline.
   */
  static final List<String> STEPS = List.of("0001-jobs-cases-decisions-outbox.sql");

  private Migrations() {}

  /** Applies what is missing; several processes may do so at the same time. */
  static void apply(Database database) throws IOException {
    if (version(database) == STEPS.size()) {
      return; // the usual start takes no write lock
    }
    database.write(
        connection -> {
          Database.execute(
              connection,
              "CREATE TABLE IF NOT EXISTS schema_version"
                  + " (version INTEGER PRIMARY KEY, step TEXT NOT NULL, applied TEXT NOT NULL)");
          for (int done = recorded(connection); done < STEPS.size(); done++) {
            apply(connection, done + 1, STEPS.get(done));
          }
          return null;
        });
  }

  private static int version(Database database) throws IOException {
    int version = database.read(connection -> hasVersions(connection) ? recorded(connection) : 0);
    if (version > STEPS.size()) {
      throw new StoreException(
          Fault.OTHER,
          "database %s is of version %d, this program knows versions up to %d"
              .formatted(database.file(), version, STEPS.size()));
    }
    return version;
  }

  private static boolean hasVersions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'")) {
      return row.getInt(1) > 0;
    }
  }

  private static int recorded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
      return row.getInt(1);
    }
  }

  private static void apply(Connection connection, int version, String step)
      throws SQLException, IOException {
    for (String statement : resource(step).split(";\\R", -1)) {
      if (!statement.isBlank()) {
        Database.execute(connection, statement);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?, ?)")) {
      insert.setInt(1, version);
      insert.setString(2, step);
      insert.setString(3, Instant.now().toString());
      insert.executeUpdate();
    }
  }

  private static String resource(String step) throws IOException {
    try (InputStream stream = Migrations.class.getResourceAsStream(step)) {
      if (stream == null) {
        throw new IOException("migration " + step + " is missing from the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
