package org.assay.provenance.validation;

/** How far a manifest store can be believed, in rising order, C2PA 2.2 section 14.3. */
public enum ValidationState {
  /** A check failed. */
  INVALID("Invalid"),
  /** Intact and signed by somebody. */
  VALID("Valid"),
  /** Intact and signed by somebody whom a trust list vouches for. */
  TRUSTED("Trusted");

  private final String term;

  ValidationState(String term) {
    this.term = term;
  }

  /** As the specification spells it. */
  public String term() {
    return term;
  }
}
