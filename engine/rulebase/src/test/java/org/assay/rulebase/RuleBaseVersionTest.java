package org.assay.rulebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBaseVersionTest {
  @TempDir Path first;
  @TempDir Path second;

  @Test
  void sameTextsGiveTheSameVersionWhereverTheyLie() throws Exception {
    for (String file : List.of("a/policy.md", "a/x.drl", "b/policy.md", "b/y.drl")) {
      RuleFiles.write(first, file, "text of " + file);
    }
    for (String file : List.of("b/y.drl", "a/x.drl", "b/policy.md", "a/policy.md")) {
      RuleFiles.write(second, file, "text of " + file);
    }
    RuleFiles.write(second, "a/x.scenarios.yaml", "does not decide anything");
    RuleFiles.write(second, "target/classes.txt", "not a policy");
    assertThat(version(second)).isEqualTo(version(first)).matches("[0-9a-f]{12}");
  }

  @Test
  void everyChangeOfATextOrAPathGivesAnotherVersion() throws Exception {
    RuleFiles.write(first, "a/policy.md", "## One");
    RuleFiles.write(first, "a/x.drl", "rule");
    List<String> versions = new ArrayList<>(List.of(version(first)));
    RuleFiles.write(first, "a/policy.md", "## Two");
    versions.add(version(first));
    RuleFiles.write(first, "a/x.drl", "rule ");
    versions.add(version(first));
    RuleFiles.write(first, "a/y.drl", "rule");
    versions.add(version(first));
    assertThat(versions).doesNotHaveDuplicates();
  }

  private static String version(Path folder) throws Exception {
    return RuleFolder.read(folder, new ArrayList<>()).version();
  }
}
