package org.assay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.decision.Case;
import org.assay.decision.Verdict;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.Rule;
import org.assay.rulebase.RuleBaseLoader;
import org.assay.rulebase.RuleStatus;
import org.assay.rulebase.scenario.ScenarioResults;
import org.assay.rulebase.scenario.ScenarioRunner;
import org.assay.signal.Activity;
import org.assay.signal.DetectorScore;
import org.assay.signal.Mark;
import org.assay.signal.Mention;
import org.assay.signal.Signal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of this folder, proved by their scenarios and by what no rule may do. */
class StarterRulesTest {
  private static final Path RULES = Path.of(System.getProperty("assay.root"), "rules");
  private static DroolsRuleBase base;

  @BeforeAll
  static void load() throws Exception {
    base = RuleBaseLoader.load(RULES);
  }

  @AfterAll
  static void close() {
    base.close();
  }

  @Test
  void everyRuleIsProvedByItsScenarios() throws Exception {
    ScenarioResults results = ScenarioRunner.run(RULES);
    assertThat(results.problems()).isEmpty();
    assertThat(results.outcomes()).hasSizeGreaterThanOrEqualTo(2 * base.rules().size());
  }

  @Test
  void everyPolicyIsWrittenForCreatorsAndRegulators() throws Exception {
    Set<String> policies =
        base.rules().stream()
            .map(rule -> rule.policy().substring(0, rule.policy().indexOf('/')))
            .collect(Collectors.toSet());
    assertThat(policies)
        .containsExactlyInAnyOrder(
            "synthetic-media", "manipulated-faces", "known-copies", "broken-provenance");
    for (String policy : policies) {
      assertThat(Files.readString(RULES.resolve(policy).resolve("policy.md")))
          .as(policy)
          .contains(
              "\n## What a creator can do\n",
              "\n## How to appeal\n",
              "\n## Statement of reasons\n",
              "STATEMENT_CATEGORY_",
              "Not allowed");
    }
  }

  @Test
  void scoresMarksMentionsAndActivityTogetherNeverRemove() {
    List<Signal> signals = new ArrayList<>();
    for (String detector : List.of("ai-generated", "face-swap", "lip-sync", "voice-clone")) {
      signals.add(new DetectorScore(detector, detector + "/1", 1, List.of()));
    }
    for (String watchlist : List.of("public-figures", "crisis-events")) {
      signals.add(new Mention("mentions", watchlist, "entry", "caption", 1));
    }
    signals.add(new Activity("activity", "account", Duration.ofDays(1), 1000, 1, 1));
    signals.add(new Mark("marks", "aigc", "XMP", "1", Mark.Strength.STRONG, true));
    assertThat(base.decide(examined(signals)).verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  void onlyCopiesOfWhatAPersonJudgedAreRemoved() {
    assertThat(base.rules())
        .filteredOn(rule -> rule.verdict() == Verdict.REMOVE)
        .filteredOn(rule -> rule.status() == RuleStatus.LIVE)
        .extracting(Rule::name)
        .containsExactly("harmful-copy");
  }

  @Test
  void itemWithoutSignalsIsAllowedWithoutAnyRuling() {
    assertThat(base.decide(examined(List.of())).rulings()).isEmpty();
  }

  private static Case examined(List<Signal> signals) {
    MediaItem item = new MediaItem("item", "test", Path.of("item"), Context.NONE);
    return new Case(item, MediaType.JPEG, signals);
  }
}
