package org.assay.rulebase.scenario;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.decision.Case;
import org.assay.decision.Verdict;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.rulebase.RuleProblem;
import org.assay.signal.Signal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a scenario file: a list of examples, each for one rule of the rule file beside it. */
final class ScenarioReader {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST_NESTING = 20;
  private static final Set<String> KEYS =
      new TreeSet<>(List.of("name", "rule", "mediaType", "context", "signals", "expect"));
  private static final Set<String> EXPECT_KEYS =
      new TreeSet<>(List.of("fires", "verdict", "labels", "because", "decision"));

  private final String file;
  private final List<String> rules;
  private final Collection<RuleProblem> problems;

  /**
   * Prepares to read one file.
   *
   * @param file relative to the rules folder, for messages
   * @param rules names of the rules that the file is about
   */
  ScenarioReader(String file, List<String> rules, Collection<RuleProblem> problems) {
    this.file = file;
    this.rules = rules;
    this.problems = problems;
  }

  /** The scenarios that can be read; what is wrong with the others is added to the problems. */
  List<Scenario> read(Path path) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    try {
      String text = Files.readString(path);
      Object plain = yaml().load(text);
      if (!(plain instanceof List<?> list)
          || !(yaml().compose(new StringReader(text)) instanceof SequenceNode places)) {
        problem(0, "expected a list of scenarios");
        return scenarios;
      }
      for (int i = 0; i < list.size(); i++) {
        int line = places.getValue().get(i).getStartMark().getLine() + 1;
        try {
          scenarios.add(scenario(list.get(i), line));
        } catch (IllegalArgumentException wrong) {
          problem(line, wrong.getMessage());
        }
      }
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      problem(line, "not YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      problem(0, "not YAML: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
    } catch (CharacterCodingException notText) {
      problem(0, "the file is not UTF-8 text");
    }
    return scenarios;
  }

  private Scenario scenario(Object plain, int line) {
    Map<?, ?> fields = fields(plain, "scenario", KEYS);
    Object rule = fields.get("rule");
    if (rule == null && rules.size() != 1) {
      throw new IllegalArgumentException("name the rule, one of " + String.join(", ", rules));
    }
    String name = rule == null ? rules.get(0) : rule.toString();
    if (!rules.contains(name)) {
      throw new IllegalArgumentException(
          "the file beside has no rule '" + name + "'; known: " + String.join(", ", rules));
    }
    Context context =
        fields.get("context") == null
            ? Context.NONE
            : PlainForm.read(Context.class, fields.get("context"));
    Object type = fields.get("mediaType");
    MediaType mediaType =
        type == null ? MediaType.JPEG : PlainForm.constant(MediaType.class, type, "mediaType");
    List<Signal> signals = new ArrayList<>();
    if (fields.get("signals") != null) {
      PlainForm.list(fields.get("signals"), "signals")
          .forEach(one -> signals.add(PlainForm.read(Signal.class, one)));
    }
    MediaItem item = new MediaItem("scenario", file, Path.of("scenario"), context);
    String title = String.valueOf(fields.get("name") == null ? "" : fields.get("name"));
    Case given = new Case(item, mediaType, signals);
    return new Scenario(file, line, name, title, given, expectation(fields.get("expect")));
  }

  private static Scenario.Expectation expectation(Object plain) {
    Map<?, ?> fields = fields(plain, "expect", EXPECT_KEYS);
    Optional<Set<String>> labels =
        Optional.ofNullable(fields.get("labels"))
            .map(plainLabels -> PlainForm.list(plainLabels, "expect.labels").stream())
            .map(stream -> stream.map(String::valueOf).collect(toUnmodifiableSet()));
    return new Scenario.Expectation(
        PlainForm.expect(Boolean.class, fields.get("fires"), "expect.fires", "true or false"),
        verdict(fields, "verdict"),
        labels,
        Optional.ofNullable(fields.get("because")).map(Object::toString),
        verdict(fields, "decision"));
  }

  private static Optional<Verdict> verdict(Map<?, ?> fields, String key) {
    return Optional.ofNullable(fields.get(key))
        .map(plain -> PlainForm.constant(Verdict.class, plain, "expect." + key));
  }

  private static Map<?, ?> fields(Object plain, String place, Set<String> known) {
    Map<?, ?> fields = PlainForm.expect(Map.class, plain, place, "fields");
    for (Object key : fields.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            place + " has no field '" + key + "'; known: " + String.join(", ", known));
      }
    }
    return fields;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST_NESTING);
    return new Yaml(new SafeConstructor(options));
  }

  private void problem(int line, String message) {
    problems.add(new RuleProblem(file, line, 0, message, ""));
  }
}
