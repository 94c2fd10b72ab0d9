package org.assay.rulebase;

import java.util.List;

/**
 * A rule that passed the checks of its own file.
 *
 * @param tokens what is compiled: the rule without its annotations, which mean things to Drools too
 */
record ParsedRule(
    String name, RuleStatus status, RuleText source, List<Token> tokens, DocketCall call) {

  ParsedRule {
    tokens = List.copyOf(tokens);
  }

  /** Where the rule begins in its file. */
  int line() {
    return source.lineOf(tokens.get(0).line());
  }

  /** As the console and the docket know it. */
  Rule rule() {
    return new Rule(name, status, source.file(), line(), call.policy(), call.verdict());
  }
}
