package org.assay.decision;

import java.util.Objects;
import java.util.Set;
import org.assay.signal.Kebab;

/**
 * What one rule says about one case.
 *
 * @param rule name of the rule, in kebab case
 * @param policy the section it rests on, {@code policy/section}
 * @param labels to be shown, in kebab case
 * @param because one sentence for the creator, the reviewer and the regulator
 * @param shadow on record, but without effect
 */
public record Ruling(
    String rule,
    String policy,
    Verdict verdict,
    Set<String> labels,
    String because,
    boolean shadow) {

  /** Checks the names and that a reason is given. */
  public Ruling {
    Kebab.require("rule", rule);
    int slash = policy.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "rule '%s': policy must be 'policy/section', found '%s'".formatted(rule, policy));
    }
    Kebab.require("policy", policy.substring(0, slash));
    Kebab.require("policy section", policy.substring(slash + 1));
    Objects.requireNonNull(verdict, "verdict");
    labels = Set.copyOf(labels);
    labels.forEach(label -> Kebab.require("label", label));
    if (because.isBlank()) {
      throw new IllegalArgumentException("rule '%s' gives no reason".formatted(rule));
    }
  }
}
