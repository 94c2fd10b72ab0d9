package org.assay.rulebase;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.decision.Verdict;
import org.assay.rulebase.Token.Kind;

/**
 * Reads the consequence of a rule, which is one call on the docket with literal policy, labels and
 * reason, and with variables or literals as the reason's values. Anything else is refused.
 */
final class DocketCallParser {
  private static final List<String> VERDICTS =
      Arrays.stream(Verdict.values()).map(DocketCallParser::spelling).toList();
  private static final Pattern PLACE =
      Pattern.compile("%(?:%|[-+,0]?[0-9]{0,2}(?:\\.[0-9])?([sdf])|)");
  private static final String FORM =
      "docket.review(\"policy/section\", \"label\", \"reason %.2f\", $p);";

  private final RuleText source;
  private final List<Token> tokens;
  private final Map<String, Type> bindings;
  private final List<RuleProblem> problems;
  private int at;

  /**
   * Prepares to read one consequence.
   *
   * @param tokens the consequence, then {@code end}
   * @param bindings the variables of the condition
   */
  DocketCallParser(
      RuleText source, List<Token> tokens, Map<String, Type> bindings, List<RuleProblem> problems) {
    this.source = source;
    this.tokens = tokens;
    this.bindings = bindings;
    this.problems = problems;
  }

  /** The call, or nothing if there is a problem with it. */
  Optional<DocketCall> parse() {
    Optional<Verdict> verdict = verdict();
    if (verdict.isEmpty() || !expect("(")) {
      return Optional.empty();
    }
    Token policy = peek();
    Optional<String> section = text("the policy section");
    if (section.isEmpty() || !expect(",")) {
      return Optional.empty();
    }
    Token labelToken = peek();
    Optional<String> labels = text("the labels, or \"\" for none");
    if (labels.isEmpty() || !expect(",")) {
      return Optional.empty();
    }
    Token reason = peek();
    Optional<String> because = text("the reason");
    Optional<List<Type>> values = because.flatMap(given -> values());
    if (values.isEmpty() || !expect(")") || !expect(";")) {
      return Optional.empty();
    }
    if (at < tokens.size() - 1) {
      return refuse(peek(), "a rule does one thing: one call on the docket", "write a second rule");
    }
    if (!fits(reason, because.get(), values.get())) {
      return Optional.empty();
    }
    return labels(labelToken, labels.get())
        .map(set -> new DocketCall(verdict.get(), section.get(), set, policy));
  }

  private Optional<Verdict> verdict() {
    Token first = peek();
    if (!first.is("docket")) {
      return refuse(first, "a rule can only call the docket, found " + first.shown(), FORM);
    }
    at++;
    if (!expect(".")) {
      return Optional.empty();
    }
    Token name = peek();
    at++;
    Optional<Verdict> verdict =
        Arrays.stream(Verdict.values()).filter(v -> spelling(v).equals(name.text())).findFirst();
    return verdict.isPresent()
        ? verdict
        : refuse(
            name, "the docket has no " + name.shown(), NearestSpelling.hint(name.text(), VERDICTS));
  }

  private static String spelling(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /** A literal, or several joined by {@code +}. */
  private Optional<String> text(String what) {
    StringBuilder whole = new StringBuilder();
    do {
      if (peek().kind() != Kind.STRING) {
        return refuse(peek(), "expected " + what + " in quotes, found " + peek().shown(), FORM);
      }
      whole.append(peek().text());
      at++;
    } while (accept("+"));
    return Optional.of(whole.toString());
  }

  private Optional<List<Type>> values() {
    List<Type> types = new ArrayList<>();
    while (accept(",")) {
      Token value = peek();
      if (value.isVariable() && bindings.containsKey(value.text())) {
        types.add(bindings.get(value.text()));
      } else if (value.isVariable()) {
        return refuse(value, "nothing is bound to " + value.shown(), "bind it in the condition");
      } else if (value.kind() == Kind.STRING) {
        types.add(String.class);
      } else if (value.kind() == Kind.NUMBER) {
        types.add(value.text().contains(".") ? double.class : int.class);
      } else {
        return refuse(value, "expected a variable or a literal, found " + value.shown(), FORM);
      }
      at++;
    }
    return Optional.of(types);
  }

  private Optional<Set<String>> labels(Token token, String labels) {
    try {
      return Optional.of(Docket.labels(labels));
    } catch (IllegalArgumentException wrong) {
      return refuse(token, wrong.getMessage(), "separate labels by commas");
    }
  }

  /** Checks that every value has its place in the reason and is of the kind shown there. */
  private boolean fits(Token token, String because, List<Type> types) {
    if (because.isBlank() || because.contains("\n")) {
      refuse(token, "the reason must be one sentence", "");
      return false;
    }
    List<String> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(because);
    while (matcher.find()) {
      if (!matcher.group().equals("%%")) {
        places.add(matcher.group(1));
      }
    }
    String fitting = "use %.2f for a probability, %d for a whole number, %s for anything, %% for %";
    if (places.contains(null)) {
      refuse(token, "the reason holds a % that is no place for a value", fitting);
    } else if (places.size() != types.size()) {
      refuse(
          token,
          "the reason has %d places for %d values".formatted(places.size(), types.size()),
          fitting);
    } else {
      for (int i = 0; i < places.size(); i++) {
        if (!suits(places.get(i), Vocabulary.raw(types.get(i)))) {
          String kind = Vocabulary.raw(types.get(i)).getSimpleName();
          refuse(token, "%" + places.get(i) + " cannot show a value of type " + kind, fitting);
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private static boolean suits(String conversion, Class<?> type) {
    return switch (conversion) {
      case "d" -> type == int.class || type == long.class || type == Object.class;
      case "f" -> type == double.class || type == Object.class;
      default -> true;
    };
  }

  private boolean expect(String sign) {
    if (!accept(sign)) {
      refuse(peek(), "expected '" + sign + "', found " + peek().shown(), FORM);
      return false;
    }
    return true;
  }

  private boolean accept(String sign) {
    boolean found = peek().kind() == Kind.SIGN && peek().is(sign);
    if (found) {
      at++;
    }
    return found;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private <T> Optional<T> refuse(Token token, String message, String hint) {
    problems.add(source.problem(token.line(), token.column(), message, hint));
    return Optional.empty();
  }
}
