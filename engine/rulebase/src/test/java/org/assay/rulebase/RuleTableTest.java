package org.assay.rulebase;

import static org.assay.rulebase.RuleFiles.examined;
import static org.assay.rulebase.RuleFiles.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.assay.decision.Decision;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;
import org.assay.signal.DetectorScore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTableTest {
  private static final String TABLE =
      """
      "RuleSet","scores"
      "RuleTable scores"
      "NAME","CONDITION","CONDITION","ACTION","METADATA"
      "","DetectorScore ...","DetectorScore ...","",""
      "","detector == ""$param""\","probability >= $1, probability < $2, $p : probability","docket.$param(""faces/undisclosed"", \"\"\"\", ""p %.2f"", $p);","status( $param )"
      "name","detector","from, below","verdict","status"
      "high-swap","face-swap","0.90, 1.01","review","live"
      "medium-swap","face-swap","0.70, 0.90","label","shadow"
      "untold-swap","face-swap","0.50, 0.70","label",""
      """;

  @TempDir Path folder;

  @BeforeEach
  void writePolicy() throws Exception {
    RuleFiles.policy(folder);
  }

  @Test
  void everyRowIsARuleWithItsOwnStatus() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", TABLE);
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThat(base.rules())
          .containsExactly(
              rule("high-swap", RuleStatus.LIVE, 7, Verdict.REVIEW),
              rule("medium-swap", RuleStatus.SHADOW, 8, Verdict.LABEL),
              rule("untold-swap", RuleStatus.SHADOW, 9, Verdict.LABEL));
      assertThat(base.decide(examined(swap(0.95))).verdict()).isEqualTo(Verdict.REVIEW);
      Decision medium = base.decide(examined(swap(0.75)));
      assertThat(medium.verdict()).isEqualTo(Verdict.ALLOW);
      assertThat(medium.rulings()).extracting(Ruling::rule).containsExactly("medium-swap");
    }
  }

  @Test
  void columnsOfOnePatternTestOneSignal() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", TABLE);
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      DetectorScore other = new DetectorScore("other", "other/1", 0.95, List.of());
      assertThat(base.decide(examined(other, swap(0.1))).rulings()).isEmpty();
    }
  }

  @Test
  void columnsThatWouldBecomeTwoPatternsAreRefused() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", TABLE.replace(" ...", ""));
    assertThat(RuleBaseLoader.check(folder))
        .containsExactly(
            new RuleProblem(
                "faces/scores.drl.csv",
                4,
                0,
                "two columns of the pattern 'DetectorScore' would be two patterns",
                "end both in ... to test one and the same signal"));
  }

  @Test
  void badCellIsToldWithItsRow() throws Exception {
    RuleFiles.write(
        folder,
        "faces/scores.drl.csv",
        TABLE.replace("\"label\",\"shadow\"", "\"lable\",\"shadow\""));
    assertThat(RuleBaseLoader.check(folder))
        .containsExactly(
            new RuleProblem(
                "faces/scores.drl.csv",
                8,
                0,
                "the docket has no 'lable'",
                "did you mean 'label'?"));
  }

  @Test
  void cellWithALineBreakIsToldSinceDroolsWouldMisreadIt() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", TABLE.replace("from, below", "from,\nbelow"));
    assertThat(RuleBaseLoader.check(folder))
        .extracting(RuleProblem::line, RuleProblem::message)
        .containsExactly(
            tuple(6, "a cell is not closed on its line"),
            tuple(7, "a cell is not closed on its line"));
  }

  @Test
  void tableCannotImportOrDeclare() throws Exception {
    RuleFiles.write(
        folder,
        "faces/scores.drl.csv",
        TABLE.replace(
            "\"RuleSet\",\"scores\"\n", "\"RuleSet\",\"scores\"\n\"Import\",\"java.io.File\"\n"));
    assertThat(RuleBaseLoader.check(folder))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .startsWith("a table holds rules only: import java.io.File"));
  }

  @Test
  void rowNeedsAName() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", TABLE.replace("NAME", "DESCRIPTION"));
    assertThat(RuleBaseLoader.check(folder))
        .extracting(RuleProblem::message)
        .containsExactly("there is no NAME column");
  }

  @Test
  void fileThatIsNoTableIsTold() throws Exception {
    RuleFiles.write(folder, "faces/scores.drl.csv", "a,b\n1,2\n");
    assertThat(RuleBaseLoader.check(folder))
        .extracting(RuleProblem::message)
        .containsExactly("no RuleTable in this file");
  }

  private static Rule rule(String name, RuleStatus status, int line, Verdict verdict) {
    return new Rule(name, status, "faces/scores.drl.csv", line, "faces/undisclosed", verdict);
  }
}
