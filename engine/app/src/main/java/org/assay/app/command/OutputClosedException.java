package org.assay.app.command;

/** Whoever read standard output has gone, such as {@code head}; the command ends quietly. */
public final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Nobody is left to tell. */
  public OutputClosedException() {
    super("standard output was closed");
  }
}
