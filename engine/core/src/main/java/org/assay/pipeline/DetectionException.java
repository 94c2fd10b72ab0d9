package org.assay.pipeline;

/** A detector has no answer for this item; the message says why, in words for a reviewer. */
public final class DetectionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** For a reason found in the item. */
  public DetectionException(String message) {
    super(message);
  }

  /** For a reason that a library gave. */
  public DetectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
