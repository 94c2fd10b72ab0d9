package org.assay.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.assay.app.store.StoreException.Fault;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The SQLite file: transactions for one writer and many readers. Safe for concurrent use, also by
 * several processes.
 */
public final class Database implements AutoCloseable {
  /** Name of the file in its directory. */
  public static final String FILE = "assay.db";

  private static final long CHECKED_ON_OPENING_BYTES = 256L << 20;
  private static final int IDLE_READERS = 4;

  private final Path file;
  private final StoreOptions options;
  private final Connection writer;
  private final ReentrantLock writing = new ReentrantLock();
  private final Deque<Connection> idleReaders = new ArrayDeque<>();
  private final String id;
  private boolean closed; // guarded by idleReaders

  /** Work inside one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; whatever is thrown undoes the transaction. */
    T run(Connection connection) throws SQLException, IOException;
  }

  /**
   * Opens the database, makes or migrates it as needed, and looks for damage if it is not large.
   *
   * @throws StoreException if it is damaged, locked for too long, or of a newer version
   */
  public static Database open(StoreOptions options) throws IOException {
    Files.createDirectories(options.directory());
    Path file = options.directory().resolve(FILE);
    Connection writer;
    try {
      writer = connect(file, options, false);
    } catch (SQLException failure) {
      throw StoreException.of(file, failure);
    }
    try {
      return new Database(file, options, writer);
    } catch (IOException | RuntimeException failure) {
      closeQuietly(writer, failure);
      throw failure;
    }
  }

  private Database(Path file, StoreOptions options, Connection writer) throws IOException {
    this.file = file;
    this.options = options;
    this.writer = writer;
    if (Files.size(file) <= CHECKED_ON_OPENING_BYTES) {
      List<String> damage = check();
      if (!damage.isEmpty()) {
        throw new StoreException(
            Fault.DAMAGED, "database %s is damaged: %s".formatted(file, damage.get(0)));
      }
    }
    Migrations.apply(this);
    this.id = read(connection -> text(connection, "SELECT id FROM identity"));
  }

  private static Connection connect(Path file, StoreOptions options, boolean readOnly)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, options.busyTimeout().toMillis()));
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      if (readOnly) {
        statement.execute("PRAGMA query_only = ON");
      } else {
        enterWriteAheadLog(statement, options);
        long pageBytes = Long.parseLong(text(connection, "PRAGMA page_size"));
        long pages = Math.min(0xFFFF_FFFEL, Math.max(1, options.largestBytes() / pageBytes));
        statement.execute("PRAGMA max_page_count = " + pages);
      }
    } catch (SQLException failure) {
      closeQuietly(connection, failure);
      throw failure;
    }
    return connection;
  }

  /** SQLite does not wait for others when it changes the journal mode, so we do. */
  private static void enterWriteAheadLog(Statement statement, StoreOptions options)
      throws SQLException {
    long deadline = System.nanoTime() + options.busyTimeout().toNanos();
    while (true) {
      try {
        statement.execute("PRAGMA journal_mode = " + JournalMode.WAL.getValue());
        return;
      } catch (SQLException failure) {
        boolean locked = StoreException.of(Path.of(FILE), failure).fault() == Fault.LOCKED;
        if (!locked || System.nanoTime() > deadline) {
          throw failure;
        }
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  /** Identity of this database, new for every new file. */
  public String id() {
    return id;
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Runs {@code work} alone, in a transaction that is on the disk when this returns. */
  public <T> T write(Work<T> work) throws IOException {
    writing.lock();
    try {
      return transaction(writer, "BEGIN IMMEDIATE", work);
    } catch (SQLException failure) {
      throw StoreException.of(file, failure);
    } finally {
      writing.unlock();
    }
  }

  /** Runs {@code work} on one unchanging view of the database; writers are not held up. */
  public <T> T read(Work<T> work) throws IOException {
    try {
      Connection reader = takeReader();
      T answer;
      try {
        answer = transaction(reader, "BEGIN", work);
      } catch (SQLException | IOException | RuntimeException | Error failure) {
        closeQuietly(reader, failure);
        throw failure;
      }
      giveBack(reader);
      return answer;
    } catch (SQLException failure) {
      throw StoreException.of(file, failure);
    }
  }

  /**
   * Looks for damage; takes about a second for each 200 MB.
   *
   * @return one line for each fault found, at most 20; empty if all is well
   */
  public List<String> check() throws IOException {
    return read(
        connection -> {
          List<String> faults = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("PRAGMA quick_check(20)")) {
            while (rows.next()) {
              faults.add(rows.getString(1));
            }
          }
          faults.remove("ok");
          return faults;
        });
  }

  @Override
  public void close() throws StoreException {
    try {
      synchronized (idleReaders) {
        for (Connection reader : idleReaders) {
          reader.close();
        }
        idleReaders.clear();
        closed = true;
      }
      writing.lock();
      try {
        writer.close();
      } finally {
        writing.unlock();
      }
    } catch (SQLException failure) {
      throw StoreException.of(file, failure);
    }
  }

  private static <T> T transaction(Connection connection, String begin, Work<T> work)
      throws SQLException, IOException {
    execute(connection, begin);
    T answer;
    try {
      answer = work.run(connection);
      execute(connection, "COMMIT");
    } catch (SQLException | IOException | RuntimeException | Error failure) {
      rollBack(connection, failure);
      throw failure;
    }
    return answer;
  }

  /** After some faults, such as a full disk, SQLite has already rolled back by itself. */
  private static void rollBack(Connection connection, Throwable failure) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private Connection takeReader() throws SQLException {
    synchronized (idleReaders) {
      if (!idleReaders.isEmpty()) {
        return idleReaders.pop();
      }
    }
    return connect(file, options, true);
  }

  private void giveBack(Connection reader) throws SQLException {
    synchronized (idleReaders) {
      if (!closed && idleReaders.size() < IDLE_READERS) {
        idleReaders.push(reader);
        return;
      }
    }
    reader.close();
  }

  private static void closeQuietly(Connection connection, Throwable failure) {
    try {
      connection.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }
}
