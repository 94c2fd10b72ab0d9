package org.assay.app.delivery;

import java.io.IOException;

/** A subscriber is in reach, but does not take what it is told. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean forGood;

  /**
   * Says why.
   *
   * @param forGood whether telling it again is in vain
   */
  public RefusedException(boolean forGood, String message) {
    super(message);
    this.forGood = forGood;
  }

  /** Whether telling it again is in vain. */
  public boolean forGood() {
    return forGood;
  }
}
