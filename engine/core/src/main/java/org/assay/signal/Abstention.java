package org.assay.signal;

/**
 * A detector had no answer. Absence of a signal never means "clean".
 *
 * @param reason in words for a reviewer, such as {@code face too small: 41 of 90 pixels}
 */
public record Abstention(String detector, String reason) implements Signal {

  /** Checks that a reason is given. */
  public Abstention {
    Kebab.require("detector", detector);
    if (reason.isBlank()) {
      throw new IllegalArgumentException(detector + ": an abstention needs a reason");
    }
  }
}
