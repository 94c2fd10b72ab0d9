package org.assay.rulebase;

import static org.assay.rulebase.RuleFiles.examined;
import static org.assay.rulebase.RuleFiles.review;
import static org.assay.rulebase.RuleFiles.rule;
import static org.assay.rulebase.RuleFiles.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;
import org.assay.signal.Abstention;
import org.assay.signal.Mark;
import org.assay.signal.Provenance.State;
import org.assay.signal.Signal;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;

@ExtendWith(RandomSeed.class)
class DroolsRuleBaseTest {
  @TempDir Path folder;

  @BeforeEach
  void writePolicy() throws Exception {
    RuleFiles.policy(folder);
  }

  @Test
  void rulingBearsNameStatusPolicyAndReason() throws Exception {
    write("swap", rule("undisclosed-swap", "live", RuleFiles.SWAP, review("probability %.2f")));
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThat(base.decide(examined(swap(0.934))))
          .isEqualTo(
              Decision.of(
                  List.of(
                      new Ruling(
                          "undisclosed-swap",
                          "faces/undisclosed",
                          Verdict.REVIEW,
                          Set.of("ai-generated"),
                          "probability 0.93",
                          false)),
                  base.version()));
      assertThat(base.decide(examined(swap(0.89))).rulings()).isEmpty();
    }
  }

  @Test
  void contextAndMediaTypeCanBeAskedFor() throws Exception {
    String condition =
        """
          Context( declaredLabels contains "ai-generated", remixOf.present, $r : remixOf )
          MediaType( kind == Kind.IMAGE, this == MediaType.PNG )
        """;
    String consequence = "docket.label(\"faces/consent\", \"a, b\", \"remix of %s\", $r);";
    write("context", rule("context", "live", condition, consequence));
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      Decision decision = base.decide(examined());
      assertThat(decision.labels()).containsExactlyInAnyOrder("a", "b");
      assertThat(decision.rulings())
          .extracting(Ruling::because)
          .containsExactly("remix of parent-1");
    }
  }

  @Test
  void shadowIsOnRecordWithoutEffectAndIsTheStatusOfARuleThatNamesNone() throws Exception {
    write("one", rule("one", "shadow", RuleFiles.SWAP, review("p %.2f")));
    write(
        "two",
        rule("two", "live", RuleFiles.SWAP, review("p %.2f")).replace("  @status( live )\n", ""));
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      Decision decision = base.decide(examined(swap(0.95)));
      assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
      assertThat(decision.labels()).isEmpty();
      assertThat(decision.rulings()).hasSize(2).allMatch(Ruling::shadow);
    }
  }

  @Test
  void draftsAndRetiredRulesAreNotRun() throws Exception {
    write("one", rule("one", "draft", RuleFiles.SWAP, review("p %.2f")));
    // A retired rule may cite what is no longer written, and use what is no longer there.
    write("two", rule("two", "retired", "  Gone( )\n", review("p %.2f")));
    write("three", rule("three", "live", RuleFiles.SWAP, review("p %.2f")));
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThat(base.decide(examined(swap(0.95))).rulings())
          .extracting(Ruling::rule)
          .containsExactly("three");
      assertThat(base.rules()).extracting(Rule::name).containsExactly("one", "three");
    }
    try (DroolsRuleBase base = RuleBaseLoader.loadWithDrafts(folder)) {
      assertThat(base.decide(examined(swap(0.95))).rulings())
          .filteredOn(Ruling::shadow)
          .extracting(Ruling::rule)
          .containsExactly("one");
    }
  }

  @Test
  void orderAndRepetitionOfSignalsDoNotMatter(Random random) throws Exception {
    writeSeveral();
    List<Signal> signals = new ArrayList<>(severalSignals());
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      Decision expected = base.decide(examined(signals.toArray(Signal[]::new)));
      assertThat(expected.rulings()).hasSizeGreaterThan(2);
      for (int i = 0; i < 50; i++) {
        Collections.shuffle(signals, random);
        assertThat(base.decide(examined(signals.toArray(Signal[]::new)))).isEqualTo(expected);
      }
      signals.addAll(List.copyOf(signals));
      assertThat(base.decide(examined(signals.toArray(Signal[]::new)))).isEqualTo(expected);
    }
  }

  @Test
  void manyThreadsGetTheSameDecisions() throws Exception {
    writeSeveral();
    Case full = examined(severalSignals().toArray(Signal[]::new));
    Case empty = examined();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      Decision expected = base.decide(full);
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        tasks.add(
            () -> base.decide(full).equals(expected) && base.decide(empty).rulings().isEmpty());
      }
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twentySwapsUnderLoadLeaveNoModuleBehindAndFailNoDecision() throws Exception {
    write("swap", rule("swap", "live", RuleFiles.SWAP, review("p %.2f")));
    AtomicReference<DroolsRuleBase> current = new AtomicReference<>(RuleBaseLoader.load(folder));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<ReleaseId> releases = new ArrayList<>();
    try {
      Callable<Integer> load =
          () -> {
            int decided = 0;
            while (!Thread.currentThread().isInterrupted() && decided < 1_000_000) {
              Decision decision = current.get().decide(examined(swap(0.95)));
              if (decision.verdict() != Verdict.REVIEW) {
                throw new AssertionError("lost a ruling: " + decision);
              }
              decided++;
            }
            return decided;
          };
      List<Future<Integer>> loads = List.of(threads.submit(load), threads.submit(load));
      for (int i = 0; i < 20; i++) {
        write("swap", rule("swap-" + i, "live", RuleFiles.SWAP, review("p %.2f of " + i)));
        DroolsRuleBase old = current.getAndSet(RuleBaseLoader.load(folder));
        releases.add(old.release().orElseThrow());
        old.close();
      }
      threads.shutdownNow();
      for (Future<Integer> done : loads) {
        assertThat(done.get()).isPositive();
      }
      assertThat(releases).doesNotHaveDuplicates().noneMatch(DroolsRuleBaseTest::isKept);
      assertThat(isKept(current.get().release().orElseThrow())).isTrue();
    } finally {
      threads.shutdownNow();
      current.get().close();
    }
  }

  @Test
  void rulesThatAreRefusedLeaveNoModuleBehind() throws Exception {
    String condition = RuleFiles.SWAP + "  not Provenance( state == )\n";
    write("a", rule("a", "live", condition, review("p %.2f")));
    List<RuleProblem> problems = new ArrayList<>();
    RuleText text = RuleText.of("faces/a.drl", Files.readString(folder.resolve("faces/a.drl")));
    Vocabulary vocabulary = new Vocabulary();
    List<ParsedRule> rules = RuleParser.parse(vocabulary, text, problems);
    assertThat(rules).hasSize(1);
    ReleaseId release = new RuleCompiler(vocabulary).compile("v", rules, problems);
    assertThat(problems).isNotEmpty();
    assertThat(isKept(release)).isFalse();
  }

  @Test
  void ruleThatFailsOnACaseFailsTheDecisionAndIsNamed() throws Exception {
    String condition = RuleFiles.SWAP + "  Context( $c : account, account.toLowerCase() > $p )\n";
    write("a", rule("compares-text-with-number", "live", condition, review("p %.2f")));
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThatThrownBy(() -> base.decide(examined(swap(0.95))))
          .isInstanceOf(RuleFailure.class)
          .hasMessageContaining("item-1")
          .hasMessageContaining("compares-text-with-number");
    }
  }

  @Test
  void ruleThatMultipliesSignalsIsStopped() throws Exception {
    String condition =
        RuleFiles.SWAP + "  Abstention( $a : reason )\n  Abstention( $b : reason )\n";
    String consequence = "docket.allow(\"faces/consent\", \"\", \"%s and %s\", $a, $b);";
    write("a", rule("cross-product", "live", condition, consequence));
    List<Signal> signals = new ArrayList<>(List.of(swap(0.95)));
    for (int i = 0; i < 110; i++) {
      signals.add(new Abstention("decoding", "reason " + i));
    }
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThatThrownBy(() -> base.decide(examined(signals.toArray(Signal[]::new))))
          .isInstanceOf(RuleFailure.class)
          .hasMessage(
              "item 'item-1' has no decision: more than 10000 rulings, the last ones by rule"
                  + " 'cross-product'");
    }
  }

  @Test
  void hostileTextInAReasonIsShortenedAndStaysOnItsLine() throws Exception {
    String consequence = "docket.label(\"faces/consent\", \"\", \"says '%s'\", $v);";
    write("a", rule("a", "live", "  Mark( $v : value )\n", consequence));
    String hostile = "a\nb\u202e%s" + "x".repeat(200);
    Mark mark = new Mark("marks", "comfyui", "place", hostile, Mark.Strength.STRONG, true);
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThat(base.decide(examined(mark)).rulings())
          .extracting(Ruling::because)
          .containsExactly("says 'a b %s" + "x".repeat(74) + "…'");
    }
  }

  @Test
  void numbersInReasonsDoNotDependOnTheMachine() throws Exception {
    write("a", rule("a", "live", RuleFiles.SWAP, review("p %.2f")));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try (DroolsRuleBase base = RuleBaseLoader.load(folder)) {
      assertThat(base.decide(examined(swap(0.95))).rulings())
          .extracting(Ruling::because)
          .containsExactly("p 0.95");
    } finally {
      Locale.setDefault(before);
    }
  }

  private void writeSeveral() throws Exception {
    write("a", rule("a", "live", RuleFiles.SWAP, review("p %.2f")));
    String both = RuleFiles.SWAP + "  not Provenance( state >= State.VALID )\n";
    write("b", rule("b", "live", both, review("no provenance, p %.2f")));
    String most =
        """
          accumulate( DetectorScore( $q : probability ); $p : max( $q ) )
          Mark( ai )
        """;
    write("c", rule("c", "shadow", most, review("at most %s")));
  }

  private static List<Signal> severalSignals() {
    return List.of(
        swap(0.91),
        swap(0.99),
        RuleFiles.provenance(State.INVALID, "claimSignature.mismatch"),
        new Mark("marks", "comfyui", "place", "value", Mark.Strength.STRONG, true),
        new Abstention("ai-generated", "too small"));
  }

  private static boolean isKept(ReleaseId release) {
    return KieServices.get().getRepository().getKieModule(release) != null;
  }

  private void write(String name, String text) throws Exception {
    RuleFiles.write(folder, "faces/" + name + ".drl", text);
  }
}
