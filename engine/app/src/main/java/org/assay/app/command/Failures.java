package org.assay.app.command;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says what went wrong in words for people. */
public final class Failures {
  private Failures() {}

  /** The message of a failure; file-system failures of the JDK carry no sentence of their own. */
  public static String describe(Throwable failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file: " + failure.getMessage();
    }
    if (failure instanceof AccessDeniedException) {
      return "may not be read: " + failure.getMessage();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
