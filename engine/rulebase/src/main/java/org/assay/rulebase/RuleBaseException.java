package org.assay.rulebase;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The rules cannot be used; tells every problem at once. */
public final class RuleBaseException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf gives a serialisable list
  private final List<RuleProblem> problems;

  /** Sorts the problems by place and drops those told twice. */
  RuleBaseException(Collection<RuleProblem> problems) {
    this(problems.stream().sorted().distinct().toList());
  }

  private RuleBaseException(List<RuleProblem> sorted) {
    super(
        sorted.stream()
            .map(RuleProblem::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.problems = sorted;
  }

  /** By file, line and column; never empty. */
  public List<RuleProblem> problems() {
    return problems;
  }
}
