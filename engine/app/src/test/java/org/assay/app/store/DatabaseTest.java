package org.assay.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.app.store.StoreException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir private Path directory;

  @Test
  void commitsAreFlushedToTheDisk() throws IOException {
    try (Database database = open()) {
      assertThat(database.<String>read(c -> text(c, "PRAGMA journal_mode"))).isEqualTo("wal");
      assertThat(database.<String>write(c -> text(c, "SELECT * FROM pragma_synchronous")))
          .as("2 is FULL")
          .isEqualTo("2");
    }
  }

  @Test
  void whatIsThrownInATransactionUndoesIt() throws IOException {
    try (Database database = open()) {
      assertThatThrownBy(
              () ->
                  database.write(
                      connection -> {
                        execute(connection, "DELETE FROM identity");
                        throw new IOException("no");
                      }))
          .hasMessage("no");
      assertThat(database.<String>read(c -> text(c, "SELECT id FROM identity")))
          .isEqualTo(database.id());
    }
  }

  @Test
  void readersSeeOneViewWhileTheWriterGoesOn() throws IOException {
    try (Database database = open()) {
      database.read(
          connection -> {
            String before = text(connection, "SELECT count(*) FROM outbox");
            database.write(
                c -> execute(c, "INSERT INTO outbox (item_id, written) VALUES ('a', 0)"));
            assertThat(text(connection, "SELECT count(*) FROM outbox")).isEqualTo(before);
            return null;
          });
      assertThat(database.<String>read(c -> text(c, "SELECT count(*) FROM outbox"))).isEqualTo("1");
    }
  }

  @Test
  void readersCannotWrite() throws IOException {
    try (Database database = open()) {
      assertThatThrownBy(() -> database.read(c -> execute(c, "DELETE FROM identity")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void identityStaysWithTheFile() throws IOException {
    String id;
    try (Database database = open()) {
      id = database.id();
    }
    try (Database database = open()) {
      assertThat(database.id()).isEqualTo(id).hasSize(16);
    }
  }

  @Test
  void severalProcessesMayOpenANewDatabaseAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<String>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tasks.add(
            () -> {
              try (Database database = open()) {
                return database.id();
              }
            });
      }
      List<String> ids = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(tasks)) {
        ids.add(answer.get());
      }
      assertThat(ids).hasSize(6).containsOnly(ids.get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void lockedDatabaseIsNamedAsSuch() throws Exception {
    StoreOptions impatient = new StoreOptions(directory, Duration.ofMillis(50), Long.MAX_VALUE);
    try (Database database = Database.open(impatient);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + database.file())) {
      execute(other, "BEGIN IMMEDIATE");
      assertThatThrownBy(() -> database.write(c -> execute(c, "DELETE FROM outbox")))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.LOCKED))
          .hasMessage("database %s is locked by another process", database.file());
      execute(other, "ROLLBACK");
      database.write(c -> execute(c, "DELETE FROM outbox"));
    }
  }

  @Test
  void fileThatIsNoDatabaseIsNamedAsSuch() throws IOException {
    Files.writeString(directory.resolve(Database.FILE), "this is a text file\n".repeat(1000));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED))
        .hasMessageContaining(Database.FILE)
        .hasMessageContaining("damaged or not a database");
  }

  @Test
  void damagedPagesAreFoundOnOpening() throws IOException {
    Path file;
    try (Database database = open()) {
      file = database.file();
      database.write(
          connection -> {
            for (int i = 0; i < 2000; i++) {
              execute(connection, "INSERT INTO outbox (item_id, written) VALUES ('" + i + "', 0)");
            }
            return null;
          });
    }
    byte[] bytes = Files.readAllBytes(file);
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, bytes.length - 4096, 4096);
    System.arraycopy(noise, 0, bytes, bytes.length - 3 * 4096, 4096);
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED));
  }

  @Test
  void cutOffFileIsFoundOnOpening() throws IOException {
    Path file;
    try (Database database = open()) {
      file = database.file();
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED));
  }

  @Test
  void databaseOfANewerProgramIsRefused() throws IOException {
    try (Database database = open()) {
      database.write(c -> execute(c, "INSERT INTO schema_version VALUES (99, 'future', '')"));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is of version 99, this program knows versions up to 1");
  }

  @Test
  void fullDatabaseIsNamedAsSuchAndTakesUpAgainWhenThereIsRoom() throws IOException {
    StoreOptions small = new StoreOptions(directory, Duration.ofSeconds(1), 40 * 4096);
    try (Database database = Database.open(small)) {
      assertThatThrownBy(() -> database.write(c -> fill(c, 500_000)))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FULL));
      database.write(c -> fill(c, 100));
      assertThat(database.<String>read(c -> text(c, "SELECT count(*) FROM outbox"))).isEqualTo("1");
    }
  }

  private static boolean fill(Connection connection, int bytes) throws SQLException {
    return execute(
        connection,
        "INSERT INTO outbox (item_id, written) VALUES (hex(zeroblob(" + bytes / 2 + ")), 0)");
  }

  private Database open() throws IOException {
    return Database.open(StoreOptions.in(directory));
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }
}
