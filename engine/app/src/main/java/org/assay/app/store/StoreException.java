package org.assay.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database cannot do what was asked; nothing was changed. */
public final class StoreException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is to be done about it. */
  public enum Fault {
    /** Another process holds the database; trying again may help. */
    LOCKED,
    /** The disk, or the size set for the database, is full; making room helps. */
    FULL,
    /** The file is no database of ours, or is broken; restoring a copy helps. */
    DAMAGED,
    /** Anything else, such as missing rights. */
    OTHER
  }

  private final Fault fault;

  StoreException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  StoreException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** What is to be done about it. */
  public Fault fault() {
    return fault;
  }

  static StoreException of(Path file, SQLException failure) {
    int code = failure instanceof SQLiteException lite ? lite.getResultCode().code : 0;
    int primary = code & 0xFF; // extended result codes keep the primary one in the low byte
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new StoreException(
          Fault.LOCKED, "database %s is locked by another process".formatted(file), failure);
    }
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return new StoreException(
          Fault.FULL,
          "no room for database %s: disk or size limit is full".formatted(file),
          failure);
    }
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return new StoreException(
          Fault.DAMAGED,
          "database %s is damaged or not a database: %s".formatted(file, failure.getMessage()),
          failure);
    }
    return new StoreException(
        Fault.OTHER, "database %s: %s".formatted(file, failure.getMessage()), failure);
  }
}
