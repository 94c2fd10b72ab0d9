package org.assay.decision;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The join of all rulings on a case: a pure function of the case and the rule-base version, so that
 * every decision can be replayed and explained.
 *
 * @param verdict the strongest of the rulings that are not shadows; {@code ALLOW} if there is none
 * @param labels of all rulings that are not shadows
 * @param rulings all of them, shadows included
 * @param ruleBase version of the rule base
 */
public record Decision(Verdict verdict, Set<String> labels, Set<Ruling> rulings, String ruleBase) {

  /** Copies the sets. */
  public Decision {
    Objects.requireNonNull(verdict, "verdict");
    labels = Set.copyOf(labels);
    rulings = Set.copyOf(rulings);
    Objects.requireNonNull(ruleBase, "ruleBase");
  }

  /** Joining is commutative and idempotent, so firing order cannot change it. */
  public static Decision of(Collection<Ruling> rulings, String ruleBase) {
    List<Ruling> live = rulings.stream().filter(ruling -> !ruling.shadow()).toList();
    return new Decision(
        live.stream().map(Ruling::verdict).max(naturalOrder()).orElse(Verdict.ALLOW),
        live.stream().flatMap(ruling -> ruling.labels().stream()).collect(toUnmodifiableSet()),
        Set.copyOf(rulings),
        ruleBase);
  }

  /** The rulings in an order that does not depend on firing: strongest first, then by rule. */
  public List<Ruling> orderedRulings() {
    return rulings.stream()
        .sorted(
            comparing(Ruling::shadow)
                .thenComparing(comparing(Ruling::verdict).reversed())
                .thenComparing(Ruling::rule)
                .thenComparing(Ruling::because)
                .thenComparing(Ruling::policy)
                .thenComparing(ruling -> ruling.labels().stream().sorted().toList().toString()))
        .toList();
  }
}
