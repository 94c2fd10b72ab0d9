package org.assay.rulebase;

/**
 * A rule failed on a case, so there is no decision: one that silently lacks a ruling would be
 * wrong. The job is retried and then parked, with this message.
 */
public final class RuleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
