package org.assay.app.worker;

import java.util.List;
import java.util.Set;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.RuleBase;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;

/** Labels every item. */
public record FakeRules(String version) implements RuleBase {
  @Override
  public Decision decide(Case examined) {
    Ruling ruling =
        new Ruling("always", "tests/always", Verdict.LABEL, Set.of("seen"), "it is a test", false);
    return Decision.of(List.of(ruling), version);
  }
}
