package org.assay.app.command;

import java.util.stream.Collectors;
import org.assay.decision.Decision;
import org.assay.decision.Ruling;

/** Decisions for people: the verdict, and every ruling with its policy and its sentence. */
final class DecisionText {
  private DecisionText() {}

  /** Lines indented by two spaces. */
  static String of(Decision decision) {
    String labels =
        decision.labels().isEmpty()
            ? ""
            : " [" + decision.labels().stream().sorted().collect(Collectors.joining(", ")) + "]";
    String rulings =
        decision.orderedRulings().stream().map(DecisionText::of).collect(Collectors.joining("\n"));
    return "  %s%s\n%s"
        .formatted(decision.verdict(), labels, rulings.isEmpty() ? "    no rule applies" : rulings);
  }

  private static String of(Ruling ruling) {
    return "    %s%s: %s\n      policy %s, rule %s"
        .formatted(
            ruling.shadow() ? "(shadow) " : "",
            ruling.verdict(),
            Text.clean(ruling.because()),
            ruling.policy(),
            ruling.rule());
  }
}
