package org.assay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assay.decision.Case;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.RuleBaseLoader;
import org.assay.signal.BankMatch;
import org.assay.signal.DetectorScore;
import org.assay.signal.HashType;
import org.assay.signal.Mark;
import org.assay.signal.Provenance;
import org.assay.signal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints how long the starter rules take to load and to decide; run with {@code mvn -pl rules -am
 * test -Dtest=StarterRulesBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Dassay.bench=true}.
 */
@EnabledIfSystemProperty(named = "assay.bench", matches = "true")
class StarterRulesBenchmark {
  private static final Path RULES = Path.of(System.getProperty("assay.root"), "rules");
  private static final int DECISIONS = 20_000;

  @Test
  void loadAndDecide() throws Exception {
    for (int round = 0; round < 3; round++) {
      long wall = System.nanoTime();
      long cpu = cpuNanos();
      try (DroolsRuleBase base = RuleBaseLoader.load(RULES)) {
        print("load", wall, cpu, 1);
        decide(base, "plain item", plain());
        decide(base, "item with rulings", loaded());
      }
    }
  }

  private static void decide(DroolsRuleBase base, String name, Case examined) {
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    int rulings = 0;
    for (int i = 0; i < DECISIONS; i++) {
      rulings += base.decide(examined).rulings().size();
    }
    print(name + ", " + rulings / DECISIONS + " rulings", wall, cpu, DECISIONS);
    assertThat(rulings % DECISIONS).isZero();
  }

  private static void print(String name, long wallStart, long cpuStart, int times) {
    double wallMillis = (System.nanoTime() - wallStart) / 1e6 / times;
    double cpuMillis = (cpuNanos() - cpuStart) / 1e6 / times;
    System.out.printf(
        Locale.ROOT,
        "%s: %.3f ms wall, %.3f ms of this thread's CPU (%.0f per CPU second)%n",
        name,
        wallMillis,
        cpuMillis,
        1000 / cpuMillis);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Case plain() {
    return examined(
        Context.NONE,
        score("ai-generated", 0.03),
        score("face-swap", 0.02),
        provenance(Provenance.State.ABSENT));
  }

  private static Case loaded() {
    Context context =
        new Context(
            "account",
            "a caption",
            List.of("tag"),
            Optional.empty(),
            Optional.of("parent"),
            Set.of("ai-generated"));
    HashType pdq = new HashType("pdq", "full", 256);
    return examined(
        context,
        score("ai-generated", 0.97),
        score("face-swap", 0.95),
        provenance(Provenance.State.INVALID, "assertion.dataHash.mismatch"),
        new Mark("marks", "comfyui", "PNG tEXt", "prompt", Mark.Strength.STRONG, true),
        new BankMatch("fingerprint", "seen", "e-1", pdq, 8, "identity", "remove", List.of()),
        new BankMatch("fingerprint", "seen", "e-2", pdq, 12, "flipx", "label", List.of()));
  }

  private static Signal score(String detector, double probability) {
    return new DetectorScore(detector, detector + "/1", probability, List.of());
  }

  private static Signal provenance(Provenance.State state, String... codes) {
    return new Provenance(
        "provenance", state, List.of(codes), Provenance.AiSignal.NONE_DECLARED, "", "", List.of());
  }

  private static Case examined(Context context, Signal... signals) {
    MediaItem item = new MediaItem("item", "benchmark", Path.of("item"), context);
    return new Case(item, MediaType.JPEG, List.of(signals));
  }
}
