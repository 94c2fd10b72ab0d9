package org.assay.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake is told at its place. */
class RuleProblemsTest {
  @TempDir Path folder;

  @BeforeEach
  void writePolicy() throws IOException {
    RuleFiles.policy(folder);
  }

  @Test
  void rulesWithoutMistakesHaveNoProblem() throws Exception {
    write("a.drl", RuleFiles.rule("a", "live", RuleFiles.SWAP, RuleFiles.review("p %.2f")));
    assertThat(RuleBaseLoader.check(folder)).isEmpty();
  }

  @Test
  void unknownFieldIsToldWithItsPlaceAndTheNearestField() throws Exception {
    String condition = "  DetectorScore( detector == \"x\",\n    $p : probabilty )\n";
    write("a.drl", RuleFiles.rule("a", "live", condition, RuleFiles.review("p %.2f")));
    // What Drools says beside is about the same place, so it must not be told twice.
    assertThat(RuleBaseLoader.check(folder))
        .containsExactly(
            new RuleProblem(
                "faces/a.drl",
                5,
                10,
                "DetectorScore has no field 'probabilty'",
                "did you mean 'probability'?"));
  }

  @Test
  void syntaxErrorThatOnlyDroolsSeesHasItsLine() throws Exception {
    String condition = RuleFiles.SWAP + "  not Provenance( state == )\n";
    write("a.drl", RuleFiles.rule("a", "live", condition, RuleFiles.review("p %.2f")));
    assertThat(RuleBaseLoader.check(folder))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.file()).isEqualTo("faces/a.drl"))
        .anySatisfy(problem -> assertThat(problem.line()).isEqualTo(5))
        .noneSatisfy(problem -> assertThat(problem.message()).contains("Exception"));
  }

  @Test
  void sectionThatNoPolicyHasIsTold() throws Exception {
    String consequence = "docket.allow(\"faces/undisclosd\", \"\", \"because\");";
    write("a.drl", RuleFiles.rule("a", "live", RuleFiles.SWAP, consequence));
    assertThat(RuleBaseLoader.check(folder))
        .containsExactly(
            new RuleProblem(
                "faces/a.drl",
                6,
                16,
                "no policy has the section 'faces/undisclosd'",
                "did you mean 'faces/undisclosed'?"));
  }

  @Test
  void nameUsedTwiceIsToldAtTheSecond() throws Exception {
    String rule = RuleFiles.rule("same", "live", RuleFiles.SWAP, RuleFiles.review("p %.2f"));
    write("a.drl", rule);
    write("b.drl", "\n" + rule);
    assertThat(RuleBaseLoader.check(folder))
        .extracting(RuleProblem::file, RuleProblem::line, RuleProblem::message)
        .containsExactly(tuple("faces/b.drl", 2, "the name 'same' is taken by faces/a.drl:1"));
  }

  @Test
  void unknownStatusIsTold() throws Exception {
    write("a.drl", RuleFiles.rule("a", "lively", RuleFiles.SWAP, RuleFiles.review("p %.2f")));
    assertThat(RuleBaseLoader.check(folder))
        .containsExactly(
            new RuleProblem(
                "faces/a.drl",
                2,
                12,
                "unknown status 'lively'",
                "one of draft, shadow, live, retired, without quotes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.io.File;",
        "import function java.lang.System.exit;",
        "function void f() { }",
        "global java.util.List list;",
        "declare Thing end",
        "query q() end",
        "package other;",
        "dialect \"mvel\"",
      })
  void whatIsNoRuleIsRefused(String line) throws Exception {
    String rule = RuleFiles.rule("a", "live", RuleFiles.SWAP, RuleFiles.review("p %.2f"));
    write("a.drl", "// first line\n" + line + "\n" + rule);
    assertThat(RuleBaseLoader.check(folder))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.message()).contains("is not allowed outside a rule");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval( true )",
        "DetectorScore( eval( probability > 0.5 ) )",
        "DetectorScore( System.exit( 1 ) == null )",
        "DetectorScore( java.lang.Runtime.getRuntime() != null )",
        "DetectorScore( getClass() != null )",
        "DetectorScore( class.name == \"x\" )",
        "DetectorScore( model.getClass().getName() == \"x\" )",
        "DetectorScore( new java.io.File( \"x\" ).exists() )",
        "java.io.File( )",
        "Object( )",
        "DetectorScore( ) from docket",
        "forall( DetectorScore( ) )",
        "DetectorScore( probability == 'x' )",
        "DetectorScore( model == \"\\u0022 + x\" )",
        "DetectorScore( model == `x` )",
        "DetectorScore( { model } )",
        "/facts[ model == \"x\" ]",
        "DetectorScore( (model = \"x\") == \"x\" )",
        "$d : DetectorScore( ) Mark( value == $d.hashCode() )",
      })
  void conditionsOutsideTheVocabularyAreRefused(String condition) throws Exception {
    write(
        "a.drl",
        RuleFiles.rule(
            "a", "live", "  " + condition + "\n", "docket.allow(\"faces/consent\", \"\", \"x\");"));
    assertThat(RuleBaseLoader.check(folder))
        .first()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(1);",
        "docket.review(\"faces/consent\", \"\", \"x\"); System.exit(1);",
        "docket.review(\"faces/consent\", \"\", \"x\"); docket.remove(\"faces/consent\", \"\", \"x\");",
        "docket.review(\"faces/consent\", \"\", \"x %s\", System.getenv());",
        "docket.review(\"faces/consent\", \"\", \"x %s\", $p.getClass());",
        "docket.review(\"faces/consent\", \"\", String.valueOf(1));",
        "docket.getClass();",
        "docket.speaks(\"other\");",
        "insert( $p );",
        "docket.review(\"faces/consent\", \"\", \"x\")",
        "docket.review(\"faces/consent\", \"Not Kebab\", \"x\");",
        "docket.review(\"faces/consent\", \"\", \"\");",
        "docket.review(\"faces/consent\", \"\", \"%d\", $p);",
        "docket.review(\"faces/consent\", \"\", \"%.2f\");",
        "docket.review(\"faces/consent\", \"\", \"x\", $p);",
        "docket.review(\"faces/consent\", \"\", \"100 % sure\");",
        "docket.review(\"faces/consent\", \"\", \"%1$s\", $p);",
        "docket.review(\"faces/consent\", \"\", \"%s\", $q);",
        "docket.review(\"faces/consent\", \"\", \"x\\u0022); System.exit(1); //\");",
        "",
      })
  void consequencesOtherThanOneDocketCallAreRefused(String consequence) throws Exception {
    write("a.drl", RuleFiles.rule("a", "live", RuleFiles.SWAP, consequence));
    assertThat(RuleBaseLoader.check(folder)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DetectorScore( probability > \"abc\" )  | expected a number, found 'abc'",
        "DetectorScore( detector > 3 )           | expected a text, found '3'",
        "Mark( ai == \"yes\" )                   | expected true or false, found 'yes'",
        "Mark( strength == \"STRONG\" )          | 'STRONG' is no value of Strength",
        "Mark( strength == Strength.STRNG )      | Strength has no value 'STRNG'",
        "Context( declaredLabels == \"a\" )      | a list cannot be compared with 'a'",
        "Context( remixOf == \"a\" )             | it may not be there",
        "Mark( value matches \"(\" )             | not a regular expression: Unclosed group",
        "Mark( ai contains \"x\" )               | 'contains' needs a list or a text on its left",
        "BankMatch( type.nme == \"pdq\" )        | HashType has no field 'nme'",
        "Mark( ai                                | a bracket is not closed before 'then'",
      })
  void comparisonsThatDroolsWouldGuessAtAreRefused(String condition, String message)
      throws Exception {
    write(
        "a.drl",
        RuleFiles.rule(
            "a", "live", "  " + condition + "\n", "docket.allow(\"faces/consent\", \"\", \"x\");"));
    assertThat(RuleBaseLoader.check(folder)).extracting(RuleProblem::message).contains(message);
  }

  @Test
  void problemsOfAllFilesAreToldAtOnce() throws Exception {
    write("a.drl", "import java.io.File;\n");
    write(
        "b.drl",
        RuleFiles.rule("b", "live", "  Mark( aii )\n", "docket.allow(\"x/y\", \"\", \"x\");"));
    String condition = RuleFiles.SWAP + "  not Provenance( state == )\n";
    write("c.drl", RuleFiles.rule("c", "live", condition, RuleFiles.review("p %.2f")));
    write("d.drl.xls", "not read");
    write("e.drl", "");
    RuleFiles.write(folder, "other/f.drl", "rule");
    assertThat(RuleBaseLoader.check(folder))
        .extracting(RuleProblem::file)
        .contains(
            "faces/a.drl",
            "faces/b.drl",
            "faces/c.drl",
            "faces/d.drl.xls",
            "faces/e.drl",
            "other/f.drl",
            "other/policy.md")
        .isSorted();
  }

  @Test
  void exceptionTellsEveryProblemOnALineOfItsOwn() throws Exception {
    write("a.drl", "import java.io.File;\n");
    assertThatThrownBy(() -> RuleBaseLoader.load(folder))
        .isInstanceOf(RuleBaseException.class)
        .hasMessage(
            "faces/a.drl:1:1: 'import' is not allowed outside a rule (a file holds rules only; the"
                + " vocabulary is there without an import)");
  }

  @Test
  void everyTruncationOfARuleIsRefusedOrTold() throws Exception {
    String rule = RuleFiles.rule("a", "live", RuleFiles.SWAP, RuleFiles.review("p %.2f"));
    for (int length = 0; length < rule.strip().length(); length++) {
      List<RuleProblem> problems = new ArrayList<>();
      RuleText text = RuleText.of("a.drl", rule.substring(0, length));
      assertThat(RuleParser.parse(new Vocabulary(), text, problems)).isEmpty();
      assertThat(problems).as("cut after %d characters", length).isNotEmpty();
    }
  }

  private void write(String file, String text) throws IOException {
    RuleFiles.write(folder, "faces/" + file, text);
  }
}
