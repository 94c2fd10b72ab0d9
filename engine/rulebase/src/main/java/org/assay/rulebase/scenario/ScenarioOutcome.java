package org.assay.rulebase.scenario;

import java.util.Objects;
import java.util.Optional;

/**
 * How one scenario went.
 *
 * @param failure expected and found, in one sentence; empty if the scenario holds
 */
public record ScenarioOutcome(Scenario scenario, Optional<String> failure) {

  /** Checks that nothing is missing. */
  public ScenarioOutcome {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(failure, "failure");
  }
}
