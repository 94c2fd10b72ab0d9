package org.assay.rulebase.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assay.rulebase.RuleFiles;
import org.assay.rulebase.RuleProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTest {
  private static final String GOOD =
      """
      - name: a likely swap goes to a person
        mediaType: png
        context: { account: somebody, posted: 2026-01-02T03:04:05Z, declaredLabels: [parody] }
        signals:
          - { type: DetectorScore, detector: face-swap, probability: 0.93 }
          - { type: Activity, detector: activity, window: PT24H, items: 3, nearCopyShare: 0,
              aiShare: 0.5 }
          - { type: BankMatch, detector: seen, bank: seen, entry: x, distance: 3,
              hashType: { name: pdq, variant: full, bits: 256 } }
        expect: { fires: true, verdict: review, labels: [ai-generated], because: p 0.93,
                  decision: review }
      - name: a doubtful one does not
        signals: [ { type: DetectorScore, detector: face-swap, probability: 0.89 } ]
        expect: { fires: false, decision: allow }
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeRule() throws Exception {
    RuleFiles.policy(folder);
    RuleFiles.write(
        folder,
        "faces/swap.drl",
        RuleFiles.rule("swap", "live", RuleFiles.SWAP, RuleFiles.review("p %.2f")));
  }

  @Test
  void scenariosThatHoldHaveNoProblem() throws Exception {
    assertThat(run(GOOD).problems()).isEmpty();
    assertThat(run(GOOD).outcomes()).hasSize(2);
  }

  @Test
  void ruleWithoutScenarioFileIsTold() throws Exception {
    assertThat(ScenarioRunner.run(folder).problems())
        .extracting(RuleProblem::file, RuleProblem::message)
        .containsExactlyInAnyOrder(
            tuple("faces/swap.drl", "rule 'swap' has no scenario in which it fires"),
            tuple("faces/swap.drl", "rule 'swap' has no scenario in which it does not fire"));
  }

  @Test
  void ruleThatIsNeverSeenSilentIsTold() throws Exception {
    assertThat(run(GOOD.substring(0, GOOD.indexOf("- name: a doubtful"))).problems())
        .extracting(RuleProblem::message)
        .containsExactly("rule 'swap' has no scenario in which it does not fire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fires: true, verdict: review|fires: false, because: p 0.93",
        "verdict: review|verdict: label",
        "[ai-generated]|[other]",
        "p 0.93|p 0.94",
        "decision: review|decision: remove",
        "probability: 0.93|probability: 0.53",
        "fires: false|fires: true",
        "probability: 0.93|probabilty: 0.93",
        "probability: 0.93|probability: 1.93",
        "probability: 0.93|probability: high",
        "type: DetectorScore|type: Score",
        "fires: false|firs: false",
        "mediaType: png|mediaType: pgn",
        "window: PT24H|window: a day",
        "mediaType: png|rule: other",
        "mediaType: png|colour: red",
        "- name: a doubtful one does not|- name: ''",
        "signals:|signals: *anchor",
        "mediaType: png|name: twice",
        "mediaType: png|mediaType: !!java.net.URL [x]",
      })
  void everyFaultOfAScenarioIsTold(String change) throws Exception {
    String[] parts = change.split("\\|", -1);
    String wrong = GOOD.replaceFirst(Pattern.quote(parts[0]), parts[1]);
    assertThat(wrong).isNotEqualTo(GOOD);
    assertThat(run(wrong).problems())
        .isNotEmpty()
        .anySatisfy(problem -> assertThat(problem.file()).isEqualTo("faces/swap.scenarios.yaml"));
  }

  @Test
  void failureNamesRuleScenarioExpectedAndFound() throws Exception {
    assertThat(run(GOOD.replace("verdict: review", "verdict: label")).problems())
        .containsExactly(
            new RuleProblem(
                "faces/swap.scenarios.yaml",
                1,
                0,
                "rule 'swap', 'a likely swap goes to a person': expected LABEL [ai-generated]"
                    + " 'p 0.93', found REVIEW [ai-generated] 'p 0.93'",
                ""));
  }

  @Test
  void scenariosOfARuleThatWentAwayAreTold() throws Exception {
    RuleFiles.write(folder, "faces/gone.scenarios.yaml", "[]");
    assertThat(run(GOOD).problems())
        .extracting(RuleProblem::file)
        .containsExactly("faces/gone.scenarios.yaml");
  }

  private ScenarioResults run(String scenarios) throws Exception {
    RuleFiles.write(folder, "faces/swap.scenarios.yaml", scenarios);
    return ScenarioRunner.run(folder);
  }
}
