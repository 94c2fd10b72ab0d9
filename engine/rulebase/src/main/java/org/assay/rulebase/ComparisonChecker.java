package org.assay.rulebase;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.assay.rulebase.Token.Kind;

/**
 * Refuses comparisons of a field with a literal of another kind, which Drools accepts silently and
 * then answers by a guess or fails on the first case.
 */
final class ComparisonChecker {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final RuleText source;
  private final List<Token> tokens;
  private final List<RuleProblem> problems;

  ComparisonChecker(RuleText source, List<Token> tokens, List<RuleProblem> problems) {
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** Checks the operator at {@code i}, if one is there, behind a value of the given type. */
  void check(int i, Type type) {
    if (i + 1 >= tokens.size()) {
      return;
    }
    Token operator = tokens.get(i);
    Token other = tokens.get(i + 1);
    Class<?> left = Vocabulary.raw(type);
    if (operator.kind() == Kind.SIGN && COMPARISONS.contains(operator.text())) {
      literal(left, other);
    } else if (operator.is("matches")) {
      pattern(left, operator, other);
    } else if ((operator.is("contains") || operator.is("excludes"))
        && left != Object.class
        && left != String.class
        && !Collection.class.isAssignableFrom(left)) {
      problem(operator, "'" + operator.text() + "' needs a list or a text on its left", "");
    }
  }

  private void literal(Class<?> left, Token other) {
    boolean text = other.kind() == Kind.STRING;
    boolean number = other.kind() == Kind.NUMBER;
    boolean truth = other.is("true") || other.is("false");
    if (!text && !number && !truth) {
      return;
    }
    if (Collection.class.isAssignableFrom(left)) {
      problem(other, "a list cannot be compared with " + other.shown(), "use contains");
    } else if (left == Optional.class) {
      problem(other, "it may not be there", "ask .present, or compare .get()");
    } else if (left.isEnum()) {
      String name = left.getSimpleName();
      problem(
          other,
          other.shown() + " is no value of " + name,
          "write it as " + name + "." + left.getEnumConstants()[0]);
    } else if (left == boolean.class && !truth) {
      problem(other, "expected true or false, found " + other.shown(), "");
    } else if (left == String.class && !text) {
      problem(other, "expected a text, found " + other.shown(), "put it in quotes");
    } else if (left.isPrimitive() && left != boolean.class && !number) {
      problem(other, "expected a number, found " + other.shown(), "write it without quotes");
    }
  }

  private void pattern(Class<?> left, Token operator, Token other) {
    if (left != String.class && left != Object.class) {
      problem(operator, "'matches' needs a text on its left", "");
    } else if (other.kind() == Kind.STRING) {
      try {
        Pattern.compile(other.text());
      } catch (PatternSyntaxException broken) {
        problem(other, "not a regular expression: " + broken.getDescription(), "");
      }
    }
  }

  private void problem(Token token, String message, String hint) {
    problems.add(source.problem(token.line(), token.column(), message, hint));
  }
}
