package org.assay.rulebase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a rule base of a folder: reads the texts, turns tables into rules, checks every rule
 * against the vocabulary and the written policies, and compiles what is to run. Every problem is
 * told at once.
 */
public final class RuleBaseLoader {
  private static final Logger LOG = LoggerFactory.getLogger(RuleBaseLoader.class);
  private static final Set<RuleStatus> IN_FORCE = EnumSet.of(RuleStatus.SHADOW, RuleStatus.LIVE);
  private static final Set<RuleStatus> WITH_DRAFTS =
      EnumSet.of(RuleStatus.DRAFT, RuleStatus.SHADOW, RuleStatus.LIVE);

  private RuleBaseLoader() {}

  /**
   * Loads the rules that are live or shadow; draft rules are checked, but not run.
   *
   * @param rulesFolder holds a folder for each policy
   * @throws IOException if the folder cannot be read
   * @throws RuleBaseException if anything in it keeps a rule from being used
   */
  public static DroolsRuleBase load(Path rulesFolder) throws IOException, RuleBaseException {
    return load(rulesFolder, IN_FORCE, Optional.empty());
  }

  /**
   * As {@link #load(Path)}, but keeps the compiled rules, so that the next load of the same rules
   * is quick.
   *
   * @param cacheFolder need not exist; what others than its owner can write to is not used
   */
  public static DroolsRuleBase load(Path rulesFolder, Path cacheFolder)
      throws IOException, RuleBaseException {
    return load(rulesFolder, IN_FORCE, Optional.of(new CompiledRules(cacheFolder)));
  }

  /** As {@link #load(Path)}, but draft rules run too, as shadows: to try them out. */
  public static DroolsRuleBase loadWithDrafts(Path rulesFolder)
      throws IOException, RuleBaseException {
    return load(rulesFolder, WITH_DRAFTS, Optional.empty());
  }

  /** Every problem of the rules in the folder, by place; empty if they can be used. */
  public static List<RuleProblem> check(Path rulesFolder) throws IOException {
    try (DroolsRuleBase base = load(rulesFolder, WITH_DRAFTS, Optional.empty())) {
      LOG.debug("rule base {} has no problem", base.version());
      return List.of();
    } catch (RuleBaseException refused) {
      return refused.problems();
    }
  }

  private static DroolsRuleBase load(
      Path rulesFolder, Set<RuleStatus> run, Optional<CompiledRules> kept)
      throws IOException, RuleBaseException {
    List<RuleProblem> problems = new ArrayList<>();
    RuleFolder folder = RuleFolder.read(rulesFolder, problems);
    Vocabulary vocabulary = new Vocabulary();
    List<ParsedRule> rules = unique(parse(folder, vocabulary, problems), problems);
    PolicySections sections = new PolicySections(folder.texts(), problems);
    rules.forEach(rule -> sections.check(rule, problems));

    List<ParsedRule> running = rules.stream().filter(rule -> run.contains(rule.status())).toList();
    if (!problems.isEmpty() && running.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    RuleCompiler compiler = new RuleCompiler(vocabulary);
    Digest key = compiler.key(folder.digest(), running);
    Optional<KieBase> ready =
        problems.isEmpty() ? kept.flatMap(k -> k.read(key)) : Optional.empty();
    if (ready.isPresent()) {
      return base(folder, ready.get(), Optional.empty(), rules, running);
    }
    // Compiled even if there are problems already, to tell those that only Drools can find.
    ReleaseId release = compiler.compile(folder.version(), running, problems);
    if (!problems.isEmpty()) {
      RuleCompiler.forget(release);
      throw new RuleBaseException(problems);
    }
    KieBase compiled = KieServices.get().newKieContainer(release).getKieBase();
    kept.ifPresent(k -> k.write(key, compiled));
    return base(folder, compiled, Optional.of(release), rules, running);
  }

  private static DroolsRuleBase base(
      RuleFolder folder,
      KieBase compiled,
      Optional<ReleaseId> release,
      List<ParsedRule> rules,
      List<ParsedRule> running) {
    LOG.info("rule base {}: {} of {} rules run", folder.version(), running.size(), rules.size());
    return new DroolsRuleBase(
        folder.version(),
        compiled,
        release,
        rules.stream().map(ParsedRule::rule).toList(),
        running.stream().map(ParsedRule::name).toList());
  }

  private static List<ParsedRule> parse(
      RuleFolder folder, Vocabulary vocabulary, List<RuleProblem> problems) {
    List<ParsedRule> rules = new ArrayList<>();
    folder
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(RuleFolder.TABLE)) {
                TableReader.read(path, text, problems)
                    .ifPresent(
                        table -> rules.addAll(RuleParser.parse(vocabulary, table, problems)));
              } else if (path.endsWith(RuleFolder.RULES)) {
                RuleText source = RuleText.of(path, text);
                rules.addAll(RuleParser.parse(vocabulary, source, problems));
              }
            });
    return rules;
  }

  /** The rules without those whose name is taken. */
  private static List<ParsedRule> unique(List<ParsedRule> rules, List<RuleProblem> problems) {
    Map<String, ParsedRule> known = new LinkedHashMap<>();
    for (ParsedRule rule : rules) {
      ParsedRule first = known.putIfAbsent(rule.name(), rule);
      if (first != null) {
        Token name = rule.tokens().get(1);
        String place = first.source().file() + ":" + first.line();
        String message = "the name '" + rule.name() + "' is taken by " + place;
        String hint = "rulings bear the name, so it must be unique";
        problems.add(rule.source().problem(name.line(), name.column(), message, hint));
      }
    }
    return List.copyOf(known.values());
  }
}
