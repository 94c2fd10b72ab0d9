package org.assay.rulebase;

import static org.assay.rulebase.RuleFiles.examined;
import static org.assay.rulebase.RuleFiles.provenance;
import static org.assay.rulebase.RuleFiles.review;
import static org.assay.rulebase.RuleFiles.rule;
import static org.assay.rulebase.RuleFiles.swap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.decision.Case;
import org.assay.decision.Verdict;
import org.assay.signal.Provenance.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledRulesTest {
  private static final String UNDISCLOSED =
      RuleFiles.SWAP + "  not Provenance( state == State.TRUSTED )\n";

  @TempDir Path rules;
  @TempDir Path cache;

  @BeforeEach
  void writeRules() throws Exception {
    RuleFiles.policy(rules);
    write(rule("swap", "live", UNDISCLOSED, review("p %.2f")));
  }

  @Test
  void keptRulesDecideAsThoseJustCompiled() throws Exception {
    List<Case> cases =
        List.of(
            examined(swap(0.95)),
            examined(swap(0.5)),
            examined(swap(0.95), provenance(State.TRUSTED)),
            examined(swap(0.91), swap(0.99), provenance(State.INVALID, "claim.missing")));
    try (DroolsRuleBase compiled = RuleBaseLoader.load(rules, cache);
        DroolsRuleBase kept = RuleBaseLoader.load(rules, cache)) {
      assertThat(compiled.release()).isPresent();
      assertThat(kept.release()).isEmpty();
      assertThat(kept.version()).isEqualTo(compiled.version());
      assertThat(kept.rules()).isEqualTo(compiled.rules());
      assertThat(cases)
          .allSatisfy(one -> assertThat(kept.decide(one)).isEqualTo(compiled.decide(one)));
      assertThat(kept.decide(cases.get(0)).verdict()).isEqualTo(Verdict.REVIEW);
    }
  }

  @Test
  void changedRuleIsCompiledAgain() throws Exception {
    RuleBaseLoader.load(rules, cache).close();
    write(rule("swap", "live", UNDISCLOSED, review("now %.2f")));
    try (DroolsRuleBase base = RuleBaseLoader.load(rules, cache)) {
      assertThat(base.release()).isPresent();
      assertThat(base.decide(examined(swap(0.95))).rulings())
          .allSatisfy(ruling -> assertThat(ruling.because()).isEqualTo("now 0.95"));
    }
  }

  @Test
  void truncatedOrAlteredFileIsCompiledAgain() throws Exception {
    RuleBaseLoader.load(rules, cache).close();
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int bytes : new int[] {0, 31, 32, 100, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, bytes));
      assertThat(loadedRelease()).as("%d bytes", bytes).isPresent();
    }
    whole[whole.length / 2] ^= 1;
    Files.write(onlyFile(), whole);
    assertThat(loadedRelease()).isPresent();
  }

  @Test
  void fileThatOthersMayWriteToIsNotUsed() throws Exception {
    RuleBaseLoader.load(rules, cache).close();
    assertThat(loadedRelease()).isEmpty();
    Files.setPosixFilePermissions(onlyFile(), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(loadedRelease()).isPresent();
  }

  @Test
  void folderThatCannotBeWrittenIsNoHindrance() throws Exception {
    Path file = Files.writeString(cache.resolve("file"), "not a folder");
    try (DroolsRuleBase base = RuleBaseLoader.load(rules, file)) {
      assertThat(base.decide(examined(swap(0.95))).verdict()).isEqualTo(Verdict.REVIEW);
    }
  }

  @Test
  void onlyTheNewestVersionsAreKept() throws Exception {
    for (int i = 0; i < 10; i++) {
      write(rule("swap", "live", UNDISCLOSED, review(i + ": %.2f")));
      RuleBaseLoader.load(rules, cache).close();
    }
    assertThat(files()).hasSize(8);
    assertThat(loadedRelease()).isEmpty();
  }

  private Optional<?> loadedRelease() throws Exception {
    try (DroolsRuleBase base = RuleBaseLoader.load(rules, cache)) {
      return base.release();
    }
  }

  private Path onlyFile() throws Exception {
    assertThat(files()).hasSize(1);
    return files().get(0);
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(cache.resolve("rules"))) {
      return files.toList();
    }
  }

  private void write(String text) throws Exception {
    RuleFiles.write(rules, "faces/swap.drl", text);
  }
}
