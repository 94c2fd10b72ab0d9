package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assay.app.json.Json;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.Rule;
import org.assay.rulebase.RuleBaseLoader;
import org.assay.rulebase.RuleProblem;
import org.assay.rulebase.scenario.ScenarioOutcome;
import org.assay.rulebase.scenario.ScenarioResults;
import org.assay.rulebase.scenario.ScenarioRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rule base, from the shell. */
@Command(
    name = "rules",
    description = "The rule base: check it, test it, list it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./assay rules check             mistakes, with file, line and column",
      "  ./assay rules test              the scenarios beside each rule",
      "  ./assay rules list --json       every rule with its status and policy",
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  RulesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    spec.commandLine().usage(surroundings.out());
  }

  @Command(
      name = "check",
      description = "Finds mistakes in the rules folder; exit status 1 if there are any.",
      mixinStandardHelpOptions = true)
  int check(
      @Mixin EngineOptions options,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws Exception {
    List<RuleProblem> problems = RuleBaseLoader.check(folder(options));
    problems.forEach(problem -> print(problem, json));
    surroundings.err().println(problems.isEmpty() ? "no problems" : problems.size() + " problems");
    return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  @Command(
      name = "test",
      description =
          "Runs the scenarios beside each rule; exit status 1 if one fails or is missing.",
      mixinStandardHelpOptions = true)
  int test(
      @Mixin EngineOptions options,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws Exception {
    ScenarioResults results = ScenarioRunner.run(folder(options));
    for (ScenarioOutcome outcome : results.outcomes()) {
      String state = outcome.failure().isEmpty() ? "holds" : "fails";
      if (json) {
        ObjectNode line = Json.object().put("rule", outcome.scenario().rule());
        line.put("scenario", outcome.scenario().name()).put("state", state);
        outcome.failure().ifPresent(failure -> line.put("failure", failure));
        surroundings.out().println(Json.print(line));
      } else {
        surroundings
            .out()
            .printf("%s  %-36s %s%n", state, outcome.scenario().rule(), outcome.scenario().name());
      }
    }
    results.problems().forEach(problem -> print(problem, json));
    long held = results.outcomes().stream().filter(o -> o.failure().isEmpty()).count();
    surroundings
        .err()
        .printf(
            "%d of %d scenarios hold, %d problems%n",
            held, results.outcomes().size(), results.problems().size());
    return results.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  @Command(
      name = "list",
      description = "Every rule with its status, policy and verdict.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin EngineOptions options,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws Exception {
    try (DroolsRuleBase rules = RuleBaseLoader.loadWithDrafts(folder(options))) {
      for (Rule rule : rules.rules()) {
        String status = rule.status().name().toLowerCase(Locale.ROOT);
        if (json) {
          ObjectNode line = Json.object().put("rule", rule.name()).put("status", status);
          line.put("verdict", Json.kebab(rule.verdict())).put("policy", rule.policy());
          line.put("file", rule.file()).put("line", rule.line());
          surroundings.out().println(Json.print(line));
        } else {
          surroundings
              .out()
              .printf(
                  "%-40s %-8s %-7s %-36s %s:%d%n",
                  rule.name(), status, rule.verdict(), rule.policy(), rule.file(), rule.line());
        }
      }
      surroundings.err().println("rule base " + rules.version());
    }
    return ExitStatus.DONE;
  }

  private Path folder(EngineOptions options) throws Exception {
    return options.config(surroundings).rulesDirectory();
  }

  private void print(RuleProblem problem, boolean json) {
    if (json) {
      ObjectNode line = Json.object().put("file", problem.file()).put("line", problem.line());
      line.put("column", problem.column()).put("message", problem.message());
      line.put("hint", problem.hint());
      surroundings.out().println(Json.print(line));
    } else {
      surroundings.out().println(Text.clean(problem.toString()));
    }
  }
}
