package org.assay.rulebase.scenario;

import java.util.List;
import org.assay.rulebase.RuleProblem;

/**
 * How all scenarios of a rules folder went.
 *
 * @param outcomes one for each scenario that could be read, by file and line
 * @param problems what failed or is missing, by place; empty if every rule is proved
 */
public record ScenarioResults(List<ScenarioOutcome> outcomes, List<RuleProblem> problems) {

  /** Copies the lists. */
  public ScenarioResults {
    outcomes = List.copyOf(outcomes);
    problems = List.copyOf(problems);
  }
}
