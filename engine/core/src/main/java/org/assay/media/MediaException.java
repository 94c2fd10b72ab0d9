package org.assay.media;

/** An item's bytes cannot be read as media: says what, where, what was expected and found. */
public final class MediaException extends Exception {
  private static final long serialVersionUID = 1L;

  /** For a fault found in the bytes themselves. */
  public MediaException(String message) {
    super(message);
  }

  /** For a fault that another program or library found. */
  public MediaException(String message, Throwable cause) {
    super(message, cause);
  }
}
