package org.assay.rulebase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.base.util.Drools;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles checked rules with the classic Drools compiler. Only the tokens that were checked reach
 * it, at the places where they stood, so that its messages can be told as places of the file.
 */
final class RuleCompiler {
  private static final String FOLDER = "src/main/resources/org/assay/rules/";
  private static final Pattern UNIT = Pattern.compile(".*?([0-9]+)\\.drl");
  private static final Pattern PLACE =
      Pattern.compile("(?:\\[ERR [0-9]+\\] )?Line ([0-9]+):([0-9]+) (.*)");

  private final Vocabulary vocabulary;
  private final String header;
  private final int headerLines;

  RuleCompiler(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    header =
        "package org.assay.rules;\n"
            + vocabulary.imports()
            + "global "
            + Docket.class.getName()
            + " docket;\n";
    headerLines = (int) header.lines().count();
  }

  /** Tells apart whatever compiles to something else: texts, rules that run, types, versions. */
  Digest key(Digest texts, List<ParsedRule> running) {
    Digest key = new Digest().add(texts.bytes()).add(header).add(vocabulary.classes());
    key.add(Runtime.version().toString()).add(Drools.getFullVersion());
    running.forEach(rule -> key.add(rule.name()));
    return key;
  }

  static void forget(ReleaseId release) {
    KieServices.get().getRepository().removeKieModule(release);
  }

  /**
   * Compiles the rules into a module of its own, which stays in Drools' repository until it is
   * {@linkplain #forget forgotten}.
   *
   * @return the module's id; of no use if a problem was added
   */
  ReleaseId compile(String version, List<ParsedRule> rules, Collection<RuleProblem> problems) {
    KieServices services = KieServices.get();
    // Two bases of one version may live side by side, so the version alone is not enough.
    ReleaseId release =
        services.newReleaseId("org.assay", "rules", version + "-" + UUID.randomUUID());
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    Map<RuleText, List<ParsedRule>> bySource = new LinkedHashMap<>();
    rules.forEach(
        rule -> bySource.computeIfAbsent(rule.source(), text -> new ArrayList<>()).add(rule));
    List<RuleText> units = List.copyOf(bySource.keySet());
    for (int i = 0; i < units.size(); i++) {
      files.write(FOLDER + i + ".drl", header + checked(units.get(i), bySource.get(units.get(i))));
    }
    KieBuilder builder = services.newKieBuilder(files).buildAll(DrlProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    Set<RuleProblem> found = new TreeSet<>();
    errors.forEach(error -> problem(error, units, found));
    if (!errors.isEmpty()) {
      services.getRepository().removeKieModule(release);
    }
    problems.addAll(found);
    return release;
  }

  /** The text with blanks in place of all that is not a token of one of the rules. */
  private static String checked(RuleText source, List<ParsedRule> rules) {
    char[] text = new char[source.drl().length()];
    Arrays.fill(text, ' ');
    for (int i = source.drl().indexOf('\n'); i >= 0; i = source.drl().indexOf('\n', i + 1)) {
      text[i] = '\n';
    }
    for (ParsedRule rule : rules) {
      for (Token token : rule.tokens()) {
        source.drl().getChars(token.start(), token.end(), text, token.start());
      }
    }
    return new String(text);
  }

  /** Tells an error of Drools as a place of a file, in one line and without its Java. */
  private void problem(Message error, List<RuleText> units, Set<RuleProblem> found) {
    String text = error.getText().lines().findFirst().orElse("no reason given").strip();
    int line = error.getLine();
    int column = 0;
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2)) + 1;
      text = place.group(3);
    }
    Matcher unit = UNIT.matcher(String.valueOf(error.getPath()));
    if (!unit.matches()) {
      found.add(new RuleProblem(".", 0, 0, text, ""));
    } else if (line > headerLines) {
      RuleText source = units.get(Integer.parseInt(unit.group(1)));
      found.add(source.problem(line - headerLines, column, text.replaceAll(" in rule .*", ""), ""));
    } else {
      // Follow-ups such as "null package" have no place; keep one only if nothing else is told.
      String file = units.get(Integer.parseInt(unit.group(1))).file();
      if (found.stream().noneMatch(problem -> problem.file().equals(file))) {
        found.add(new RuleProblem(file, 0, 0, text, ""));
      }
    }
  }
}
