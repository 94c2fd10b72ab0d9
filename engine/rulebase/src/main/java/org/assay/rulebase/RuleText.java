package org.assay.rulebase;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules of one file as DRL; a table's DRL is generated.
 *
 * @param file relative to the rules folder, with {@code /}
 * @param drl rules only: no package, no imports
 * @param lines for each line of {@code drl}, the line of the file it comes from
 * @param table whether the DRL was generated, so that its columns mean nothing to the author
 */
record RuleText(String file, String drl, List<Integer> lines, boolean table) {

  RuleText {
    lines = List.copyOf(lines);
  }

  /** A rule file, whose text is DRL already. */
  static RuleText of(String file, String text) {
    int count = (int) text.chars().filter(c -> c == '\n').count() + 1;
    return new RuleText(file, text, IntStream.rangeClosed(1, count).boxed().toList(), false);
  }

  /** A problem at a place of the DRL, told as a place of the file. */
  RuleProblem problem(int drlLine, int drlColumn, String message, String hint) {
    return new RuleProblem(file, lineOf(drlLine), table ? 0 : drlColumn, message, hint);
  }

  /** The file's line for a line of the DRL, both from 1. */
  int lineOf(int drlLine) {
    return lines.get(Math.max(1, Math.min(drlLine, lines.size())) - 1);
  }
}
