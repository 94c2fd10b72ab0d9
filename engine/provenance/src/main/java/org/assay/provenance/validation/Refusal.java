package org.assay.provenance.validation;

/** Ends a validation: the store is so broken that the rest of it means nothing. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
