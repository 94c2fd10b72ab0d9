package org.assay.rulebase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;
import org.assay.signal.Kebab;

/**
 * Where rules enter their rulings on one case. A rule gives policy, labels and reason; its name and
 * status come from the engine, so that a rule can neither misname nor promote itself.
 *
 * <p>In every method, {@code policy} is {@code policy/section}, {@code labels} are in kebab case
 * and separated by commas, {@code ""} for none, and {@code because} is a format for {@link
 * String#format} whose values come from the case. One docket serves one session and one thread.
 */
public final class Docket {
  private static final int LONGEST_TEXT = 80;

  private final Map<String, Rule> rules;
  private final List<Ruling> rulings = new ArrayList<>();
  private Optional<Rule> speaking = Optional.empty();

  Docket(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /** Nothing is to be done. */
  public void allow(String policy, String labels, String because, Object... values) {
    enter(Verdict.ALLOW, policy, labels, because, values);
  }

  /** It stays, with a label. */
  public void label(String policy, String labels, String because, Object... values) {
    enter(Verdict.LABEL, policy, labels, because, values);
  }

  /** It stays, but is not recommended or monetised. */
  public void limit(String policy, String labels, String because, Object... values) {
    enter(Verdict.LIMIT, policy, labels, because, values);
  }

  /** A person decides. */
  public void review(String policy, String labels, String because, Object... values) {
    enter(Verdict.REVIEW, policy, labels, because, values);
  }

  /** It is taken down. */
  public void remove(String policy, String labels, String because, Object... values) {
    enter(Verdict.REMOVE, policy, labels, because, values);
  }

  /** The engine is about to run the consequence of that rule. */
  void speaks(String rule) {
    speaking = Optional.ofNullable(rules.get(rule));
  }

  /** The rule whose consequence ran last, if any. */
  Optional<Rule> speaking() {
    return speaking;
  }

  /** What was entered so far, in firing order. */
  List<Ruling> rulings() {
    return List.copyOf(rulings);
  }

  /**
   * Cuts a list of labels at its commas.
   *
   * @throws IllegalArgumentException if a label is not in kebab case
   */
  static Set<String> labels(String list) {
    Set<String> labels = new LinkedHashSet<>();
    if (!list.isBlank()) {
      for (String label : list.split(",", -1)) {
        labels.add(Kebab.require("label", label.strip()));
      }
    }
    return labels;
  }

  private void enter(
      Verdict verdict, String policy, String labels, String because, Object... values) {
    Rule rule =
        speaking.orElseThrow(() -> new IllegalStateException("no rule is speaking on the docket"));
    Object[] shown = Arrays.stream(values).map(Docket::shown).toArray();
    rulings.add(
        new Ruling(
            rule.name(),
            policy,
            verdict,
            labels(labels),
            String.format(Locale.ROOT, because, shown),
            rule.status() != RuleStatus.LIVE));
  }

  /** Texts come from hostile files: they are shortened, and cannot break or reverse a line. */
  private static Object shown(Object value) {
    if (value instanceof Optional<?> optional) {
      return shown(optional.isPresent() ? optional.get() : "unknown");
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    String plain =
        String.valueOf(value).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
