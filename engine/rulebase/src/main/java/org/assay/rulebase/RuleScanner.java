package org.assay.rulebase;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.rulebase.Token.Kind;

/**
 * Cuts DRL into tokens and leaves comments out. What is no token of the language that rules may use
 * is a problem, so nothing that this class does not understand reaches the compiler.
 */
final class RuleScanner {
  private static final Pattern WORD = Pattern.compile("[$A-Za-z_][$A-Za-z0-9_]*+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:\\.[0-9]++)?+");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|&&|\\|\\||[(),:;.<>!+*@-]");

  private final RuleText source;
  private final String drl;
  private final List<RuleProblem> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private RuleScanner(RuleText source, List<RuleProblem> problems) {
    this.source = source;
    this.drl = source.drl();
    this.problems = problems;
  }

  /**
   * The tokens, the last of them {@link Kind#END}; what cannot be read is added to the problems.
   */
  static List<Token> scan(RuleText source, List<RuleProblem> problems) {
    RuleScanner scanner = new RuleScanner(source, problems);
    scanner.scanAll();
    return scanner.tokens;
  }

  private void scanAll() {
    while (at < drl.length()) {
      char next = drl.charAt(at);
      if (Character.isWhitespace(next)) {
        advance(at + 1);
      } else if (drl.startsWith("//", at)) {
        advance(endOfLine());
      } else if (drl.startsWith("/*", at)) {
        comment();
      } else if (next == '"') {
        string();
      } else if (!take(WORD, Kind.WORD) && !take(NUMBER, Kind.NUMBER) && !take(SIGN, Kind.SIGN)) {
        String shown = Character.toString(drl.codePointAt(at));
        problem("the character '" + shown + "' has no meaning in a rule", "");
        advance(at + shown.length());
      }
    }
    tokens.add(new Token(Kind.END, "", line, column(), at, at));
  }

  private boolean take(Pattern pattern, Kind kind) {
    Matcher matcher = pattern.matcher(drl).region(at, drl.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), line, column(), at, matcher.end()));
    advance(matcher.end());
    return true;
  }

  private void comment() {
    int close = drl.indexOf("*/", at + 2);
    if (close < 0) {
      problem("a comment is not closed", "end it with */");
      advance(drl.length());
    } else {
      advance(close + 2);
    }
  }

  private void string() {
    StringBuilder plain = new StringBuilder();
    int i = at + 1;
    while (i < endOfLine() && drl.charAt(i) != '"') {
      char c = drl.charAt(i++);
      if (c == '\\') {
        // Only these: Java resolves Unicode escapes before it looks for the end of a text.
        int escape = i < drl.length() ? "\"\\nt".indexOf(drl.charAt(i)) : -1;
        if (escape < 0) {
          problem("unknown escape in a text", "only \\\" \\\\ \\n and \\t are known");
          advance(endOfLine());
          return;
        }
        c = "\"\\\n\t".charAt(escape);
        i++;
      }
      plain.append(c);
    }
    if (i >= endOfLine()) {
      problem("a text is not closed on its line", "close it with \" and join parts with +");
      advance(endOfLine());
      return;
    }
    tokens.add(new Token(Kind.STRING, plain.toString(), line, column(), at, i + 1));
    advance(i + 1);
  }

  private void problem(String message, String hint) {
    problems.add(source.problem(line, column(), message, hint));
  }

  private int endOfLine() {
    int end = drl.indexOf('\n', at);
    return end < 0 ? drl.length() : end;
  }

  private int column() {
    return at - lineStart + 1;
  }

  private void advance(int to) {
    for (; at < to; at++) {
      if (drl.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
  }
}
