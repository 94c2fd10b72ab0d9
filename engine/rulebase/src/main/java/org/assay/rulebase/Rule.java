package org.assay.rulebase;

import java.util.Objects;
import org.assay.decision.Verdict;

/**
 * One rule of the rule base, as written.
 *
 * @param name in kebab case, unique in the rule base
 * @param file relative to the rules folder, with {@code /}
 * @param line where the rule begins in its file; of a table, its row
 * @param policy the section its ruling cites, {@code policy/section}
 * @param verdict what its ruling says
 */
public record Rule(
    String name, RuleStatus status, String file, int line, String policy, Verdict verdict) {

  /** Checks that nothing is missing. */
  public Rule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(verdict, "verdict");
  }
}
