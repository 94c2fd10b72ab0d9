package org.assay.rulebase.scenario;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.decision.Case;
import org.assay.decision.Verdict;

/**
 * One example for one rule.
 *
 * @param file relative to the rules folder, with {@code /}
 * @param line where the example begins
 * @param rule the rule it is about
 * @param name a sentence
 * @param given the case
 * @param expected what the rule is to say
 */
public record Scenario(
    String file, int line, String rule, String name, Case given, Expectation expected) {

  /**
   * What a rule is to say; what is empty is not compared.
   *
   * @param fires whether it says anything
   * @param verdict of its rulings
   * @param labels of its rulings
   * @param because the sentence that one of its rulings gives
   * @param decision verdict of the decision that all rules make together
   */
  public record Expectation(
      boolean fires,
      Optional<Verdict> verdict,
      Optional<Set<String>> labels,
      Optional<String> because,
      Optional<Verdict> decision) {

    /** Checks that nothing is expected of a ruling that is not made. */
    public Expectation {
      if (!fires && (verdict.isPresent() || labels.isPresent() || because.isPresent())) {
        throw new IllegalArgumentException(
            "a rule that does not fire has no verdict, labels or because");
      }
    }
  }

  /** Checks that nothing is missing. */
  public Scenario {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(expected, "expected");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a scenario needs a name");
    }
  }
}
