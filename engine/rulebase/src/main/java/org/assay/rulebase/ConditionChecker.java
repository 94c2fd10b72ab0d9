package org.assay.rulebase;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.rulebase.Token.Kind;

/**
 * Lets a condition pass if every word in it is part of the vocabulary, bound in the rule, or one of
 * a short list of operators. What is not on a list is refused, so no class, method or file can be
 * named. The grammar around the words is left to Drools.
 */
final class ConditionChecker {
  private static final Set<String> STRUCTURE = Set.of("and", "or", "not", "exists", "accumulate");
  private static final Set<String> FUNCTIONS = Set.of("min", "max", "sum", "average", "count");
  private static final Set<String> OPERATORS =
      Set.of("contains", "excludes", "matches", "memberOf", "in", "not", "true", "false", "null");

  private final Vocabulary vocabulary;
  private final RuleText source;
  private final List<RuleProblem> problems;
  private final List<Token> tokens;
  private final Deque<Optional<Type>> scopes = new ArrayDeque<>();
  private final Map<String, Type> bindings = new HashMap<>();

  /**
   * Prepares to check one condition.
   *
   * @param tokens the condition, then one more token that is not part of it
   */
  ConditionChecker(
      Vocabulary vocabulary, RuleText source, List<Token> tokens, List<RuleProblem> problems) {
    this.vocabulary = vocabulary;
    this.source = source;
    this.tokens = tokens;
    this.problems = problems;
    scopes.push(Optional.empty());
  }

  /** Checks; gives what variables are bound to, {@code Object} where that is not known. */
  Map<String, Type> check() {
    int last = tokens.size() - 1;
    int i = 0;
    while (i < last) {
      Token token = tokens.get(i);
      i = token.kind() == Kind.WORD ? word(i) : sign(i);
    }
    if (scopes.size() > 1) {
      problem(tokens.get(last), "a bracket is not closed before " + tokens.get(last).shown(), "");
    }
    return bindings;
  }

  private int sign(int i) {
    Token token = tokens.get(i);
    if (token.is("(")) {
      scopes.push(scopes.peek());
    } else if (token.is(")") && scopes.size() == 1) {
      problem(token, "a ')' without its '('", "");
    } else if (token.is(")")) {
      scopes.pop();
    } else if (token.is("@")) {
      problem(token, "'@' has no meaning in a condition", "");
    }
    return i + 1;
  }

  /** Checks what begins with the word at {@code i}; gives the index behind it. */
  private int word(int i) {
    Token token = tokens.get(i);
    boolean call = tokens.get(i + 1).is("(");
    if (token.isVariable()) {
      return variable(i);
    }
    Optional<Class<?>> fact = vocabulary.fact(token.text());
    if (fact.isPresent() && call) {
      scopes.push(Optional.of(fact.get()));
      return i + 2;
    }
    if (vocabulary.enumeration(token.text()).isPresent() && tokens.get(i + 1).is(".")) {
      return constant(i, vocabulary.enumeration(token.text()).get());
    }
    if (STRUCTURE.contains(token.text()) || (FUNCTIONS.contains(token.text()) && call)) {
      return i + 1;
    }
    Optional<Type> scope = scopes.element();
    if (scope.isEmpty()) {
      problem(
          token,
          "unknown word " + token.shown(),
          NearestSpelling.hint(token.text(), vocabulary.factNames()));
      return i + 1;
    }
    if (OPERATORS.contains(token.text())) {
      return i + 1;
    }
    if (token.is("this")) {
      return path(i + 1, scope.get());
    }
    return member(i, scope.get());
  }

  private int variable(int i) {
    Token token = tokens.get(i);
    if (!tokens.get(i + 1).is(":")) {
      if (!bindings.containsKey(token.text())) {
        problem(
            token, "nothing is bound to " + token.shown(), "bind it first, as in $p : probability");
        return i + 1;
      }
      return path(i + 1, bindings.get(token.text()));
    }
    Token bound = tokens.get(i + 2 < tokens.size() ? i + 2 : i + 1);
    Optional<Type> scope = scopes.element();
    Optional<Class<?>> fact = vocabulary.fact(bound.text());
    Type type = Object.class;
    if (fact.isPresent()) {
      type = fact.get();
    } else if (scope.isPresent() && bound.kind() == Kind.WORD) {
      Type member = vocabulary.members(scope.get()).get(bound.text());
      boolean longer = tokens.get(Math.min(i + 3, tokens.size() - 1)).is(".");
      type = member == null || longer ? Object.class : member;
    }
    bindings.put(token.text(), type);
    return i + 2;
  }

  private int constant(int i, Class<?> enumeration) {
    Token name = tokens.get(i + 2);
    List<String> known =
        Arrays.stream(enumeration.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
    if (!known.contains(name.text())) {
      problem(
          name,
          tokens.get(i).text() + " has no value " + name.shown(),
          NearestSpelling.hint(name.text(), known));
    }
    return i + 3;
  }

  /** Follows {@code .name} and {@code .name()} from a value; gives the index behind the last. */
  private int path(int i, Type start) {
    if (!tokens.get(i).is(".")) {
      new ComparisonChecker(source, tokens, problems).check(i, start);
      return i;
    }
    return member(i + 1, start);
  }

  private int member(int i, Type owner) {
    Token name = tokens.get(i);
    boolean call = tokens.get(i + 1).is("(");
    Map<String, Type> members = vocabulary.members(owner);
    Type type = members.get(name.text() + (call ? "()" : ""));
    if (type == null || (call && !tokens.get(i + 2).is(")"))) {
      return refused(i, owner, NearestSpelling.hint(name.text(), members.keySet()));
    }
    return path(call ? i + 3 : i + 1, type);
  }

  /** Says that a word is no member, and steps over the rest of its path. */
  private int refused(int i, Type owner, String hint) {
    String whose = owner == Object.class ? "it" : Vocabulary.raw(owner).getSimpleName();
    problem(tokens.get(i), whose + " has no field " + tokens.get(i).shown(), hint);
    int next = i + 1;
    while (next + 2 < tokens.size() && tokens.get(next).is(".")) {
      next += 2;
    }
    return next;
  }

  private void problem(Token token, String message, String hint) {
    problems.add(source.problem(token.line(), token.column(), message, hint));
  }
}
