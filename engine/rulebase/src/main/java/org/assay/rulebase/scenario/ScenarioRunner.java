package org.assay.rulebase.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.decision.Decision;
import org.assay.decision.RuleBase;
import org.assay.decision.Ruling;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.Rule;
import org.assay.rulebase.RuleBaseException;
import org.assay.rulebase.RuleBaseLoader;
import org.assay.rulebase.RuleFailure;
import org.assay.rulebase.RuleProblem;
import org.assay.rulebase.RuleStatus;

/**
 * Runs the scenarios of a rules folder. Every live or shadow rule must have one in which it fires
 * and one in which it does not; drafts may have some.
 */
public final class ScenarioRunner {
  private static final String SUFFIX = ".scenarios.yaml";

  private ScenarioRunner() {}

  /**
   * Runs all scenarios against all rules of the folder together, drafts included.
   *
   * @throws RuleBaseException if the rules themselves cannot be used
   */
  public static ScenarioResults run(Path rulesFolder) throws IOException, RuleBaseException {
    List<RuleProblem> problems = new ArrayList<>();
    List<ScenarioOutcome> outcomes = new ArrayList<>();
    try (DroolsRuleBase base = RuleBaseLoader.loadWithDrafts(rulesFolder)) {
      Map<String, List<Rule>> byFile = new TreeMap<>();
      base.rules()
          .forEach(
              rule ->
                  byFile.computeIfAbsent(scenarioFile(rule), file -> new ArrayList<>()).add(rule));
      for (Map.Entry<String, List<Rule>> entry : byFile.entrySet()) {
        List<Scenario> scenarios = read(rulesFolder, entry.getKey(), entry.getValue(), problems);
        scenarios.forEach(scenario -> outcomes.add(outcome(base, scenario)));
        entry.getValue().forEach(rule -> checkProved(rule, scenarios, problems));
      }
      checkStrays(rulesFolder, byFile, problems);
    }
    for (ScenarioOutcome outcome : outcomes) {
      Scenario scenario = outcome.scenario();
      outcome
          .failure()
          .map(why -> "rule '%s', '%s': %s".formatted(scenario.rule(), scenario.name(), why))
          .map(why -> new RuleProblem(scenario.file(), scenario.line(), 0, why, ""))
          .ifPresent(problems::add);
    }
    return new ScenarioResults(outcomes, problems.stream().sorted().toList());
  }

  private static List<Scenario> read(
      Path folder, String file, List<Rule> rules, List<RuleProblem> problems) throws IOException {
    List<String> names = rules.stream().map(Rule::name).toList();
    Path path = folder.resolve(file);
    return Files.isRegularFile(path)
        ? new ScenarioReader(file, names, problems).read(path)
        : List.of();
  }

  private static ScenarioOutcome outcome(RuleBase base, Scenario scenario) {
    try {
      return new ScenarioOutcome(scenario, failure(base.decide(scenario.given()), scenario));
    } catch (RuleFailure failed) {
      return new ScenarioOutcome(scenario, Optional.of(failed.getMessage()));
    }
  }

  private static Optional<String> failure(Decision decision, Scenario scenario) {
    Scenario.Expectation expected = scenario.expected();
    List<Ruling> rulings =
        decision.orderedRulings().stream()
            .filter(ruling -> ruling.rule().equals(scenario.rule()))
            .toList();
    String found =
        rulings.stream()
            .map(r -> r.verdict() + " " + new TreeSet<>(r.labels()) + " '" + r.because() + "'")
            .collect(Collectors.joining("; "));
    if (expected.fires() == rulings.isEmpty()) {
      return Optional.of(
          expected.fires()
              ? "expected to fire, but did not"
              : "expected not to fire, but: " + found);
    }
    boolean says =
        rulings.stream()
            .allMatch(
                ruling ->
                    expected.verdict().map(ruling.verdict()::equals).orElse(true)
                        && expected.labels().map(ruling.labels()::equals).orElse(true));
    boolean explains =
        expected
            .because()
            .map(why -> rulings.stream().anyMatch(ruling -> ruling.because().equals(why)))
            .orElse(true);
    if (!says || !explains) {
      return Optional.of("expected " + wanted(expected) + ", found " + found);
    }
    return expected
        .decision()
        .filter(verdict -> verdict != decision.verdict())
        .map(verdict -> "expected the decision " + verdict + ", found " + decision.verdict());
  }

  private static String wanted(Scenario.Expectation expected) {
    return expected.verdict().map(Object::toString).orElse("any verdict")
        + expected.labels().map(labels -> " " + new TreeSet<>(labels)).orElse("")
        + expected.because().map(why -> " '" + why + "'").orElse("");
  }

  private static void checkProved(Rule rule, List<Scenario> scenarios, List<RuleProblem> problems) {
    if (rule.status() == RuleStatus.DRAFT) {
      return;
    }
    for (boolean fires : new boolean[] {true, false}) {
      if (scenarios.stream()
          .noneMatch(one -> one.rule().equals(rule.name()) && one.expected().fires() == fires)) {
        String message =
            "rule '%s' has no scenario in which it %s"
                .formatted(rule.name(), fires ? "fires" : "does not fire");
        problems.add(
            new RuleProblem(
                rule.file(), rule.line(), 0, message, "add one to " + scenarioFile(rule)));
      }
    }
  }

  /** A scenario file whose rule file was renamed would otherwise never run again. */
  private static void checkStrays(
      Path folder, Map<String, List<Rule>> byFile, List<RuleProblem> problems) throws IOException {
    for (String policy : policies(byFile)) {
      try (Stream<Path> files = Files.list(folder.resolve(policy))) {
        files
            .filter(file -> file.toString().endsWith(SUFFIX) && !hasRules(file))
            .map(file -> policy + "/" + file.getFileName())
            .map(file -> new RuleProblem(file, 0, 0, "no rule file of this name is beside it", ""))
            .forEach(problems::add);
      }
    }
  }

  private static boolean hasRules(Path scenarios) {
    String stem = scenarios.getFileName().toString().replace(SUFFIX, "");
    return Files.exists(scenarios.resolveSibling(stem + ".drl"))
        || Files.exists(scenarios.resolveSibling(stem + ".drl.csv"));
  }

  private static Set<String> policies(Map<String, List<Rule>> byFile) {
    return byFile.keySet().stream()
        .map(file -> file.substring(0, file.indexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code x.scenarios.yaml} beside {@code x.drl} or {@code x.drl.csv}. */
  private static String scenarioFile(Rule rule) {
    return rule.file().replaceFirst("\\.drl(\\.csv)?$", "") + SUFFIX;
  }
}
