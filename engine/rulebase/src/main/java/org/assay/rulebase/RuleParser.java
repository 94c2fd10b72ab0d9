package org.assay.rulebase;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.rulebase.Token.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rules of one file. A file holds rules and nothing else; a rule is a name, annotations
 * such as {@code @status( live )}, a condition and one call on the docket.
 */
final class RuleParser {
  private static final Logger LOG = LoggerFactory.getLogger(RuleParser.class);
  private static final Set<String> FOREIGN =
      Set.of("package", "import", "global", "function", "declare", "query", "dialect", "unit");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Vocabulary vocabulary;
  private final RuleText source;
  private final List<RuleProblem> problems;
  private final List<Token> tokens;
  private final List<ParsedRule> rules = new ArrayList<>();
  private int at;

  private RuleParser(Vocabulary vocabulary, RuleText source, List<RuleProblem> problems) {
    this.vocabulary = vocabulary;
    this.source = source;
    this.problems = problems;
    this.tokens = RuleScanner.scan(source, problems);
  }

  /** The rules of the file that have no problem; problems of the others are added to the list. */
  static List<ParsedRule> parse(
      Vocabulary vocabulary, RuleText source, List<RuleProblem> problems) {
    RuleParser parser = new RuleParser(vocabulary, source, problems);
    parser.parseAll();
    return parser.rules;
  }

  private void parseAll() {
    if (peek().kind() == Kind.END) {
      problems.add(new RuleProblem(source.file(), 0, 0, "no rule in this file", ""));
    }
    while (peek().kind() != Kind.END) {
      int before = problems.size();
      int start = at;
      Optional<ParsedRule> rule = peek().is("rule") ? rule(start) : foreign();
      if (problems.size() == before) {
        rule.ifPresent(rules::add);
      } else {
        skipToNextRule(start);
      }
    }
  }

  private Optional<ParsedRule> foreign() {
    Token token = peek();
    String hint =
        FOREIGN.contains(token.text())
            ? "a file holds rules only; the vocabulary is there without an import"
            : "a rule begins with: rule \"its-name\"";
    return refuse(token, token.shown() + " is not allowed outside a rule", hint);
  }

  /** One rule, or nothing if its structure is broken; then a problem has been told. */
  private Optional<ParsedRule> rule(int start) {
    at++;
    Token name = next();
    if (name.kind() != Kind.STRING || !KEBAB.matcher(name.text()).matches()) {
      return refuse(
          name,
          "a rule's name must be in kebab case and in quotes, found " + name.shown(),
          "such as \"undisclosed-face-swap\"");
    }
    Optional<RuleStatus> written = Optional.empty();
    while (peek().is("@")) {
      int before = problems.size();
      Optional<RuleStatus> told = annotation();
      written = told.isPresent() ? told : written;
      if (problems.size() > before) {
        return Optional.empty();
      }
    }
    return body(name, status(name, written), List.of(tokens.get(start), name));
  }

  private Optional<ParsedRule> body(Token name, RuleStatus status, List<Token> head) {
    int when = at;
    if (!peek().is("when")) {
      String hint = "attributes are not allowed";
      return refuse(peek(), "expected 'when', found " + peek().shown(), hint);
    }
    at++;
    if (!skipTo("then")) {
      return refuse(name, "rule '" + name.text() + "' has no 'then'", "");
    }
    int then = at;
    if (!skipTo("end")) {
      return refuse(name, "rule '" + name.text() + "' has no 'end'", "");
    }
    int end = at++;
    if (status == RuleStatus.RETIRED) {
      return Optional.empty();
    }
    List<Token> condition = tokens.subList(when + 1, then + 1);
    Map<String, Type> bindings =
        new ConditionChecker(vocabulary, source, condition, problems).check();
    List<Token> compiled = new ArrayList<>(head);
    compiled.addAll(tokens.subList(when, at));
    return new DocketCallParser(source, tokens.subList(then + 1, end + 1), bindings, problems)
        .parse()
        .map(call -> new ParsedRule(name.text(), status, source, compiled, call));
  }

  private RuleStatus status(Token name, Optional<RuleStatus> written) {
    if (written.isEmpty()) {
      LOG.info(
          "{}:{}: rule '{}' names no @status, so it is a shadow: on record, without effect",
          source.file(),
          source.lineOf(name.line()),
          name.text());
    }
    return written.orElse(RuleStatus.SHADOW);
  }

  /** Reads {@code @name( … )}; gives the status if it tells one. */
  private Optional<RuleStatus> annotation() {
    at++;
    Token name = next();
    if (name.kind() != Kind.WORD || !next().is("(")) {
      return refuse(name, "an annotation is written @name( value )", "");
    }
    Token value = peek();
    if (!skipTo(")")) {
      return refuse(name, "the annotation is not closed", "end it with ')'");
    }
    at++;
    if (!name.is("status")) {
      return Optional.empty();
    }
    Optional<RuleStatus> status =
        value.kind() == Kind.WORD ? RuleStatus.of(value.text()) : Optional.empty();
    String hint = "one of " + RuleStatus.spellings() + ", without quotes";
    return status.isPresent() ? status : refuse(value, "unknown status " + value.shown(), hint);
  }

  private boolean skipTo(String word) {
    while (peek().kind() != Kind.END && !peek().is("rule") && !peek().is(word)) {
      at++;
    }
    return peek().is(word);
  }

  private void skipToNextRule(int start) {
    at = Math.max(at, start + 1);
    while (peek().kind() != Kind.END && !peek().is("rule")) {
      at++;
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  private <T> Optional<T> refuse(Token token, String message, String hint) {
    problems.add(source.problem(token.line(), token.column(), message, hint));
    return Optional.empty();
  }
}
