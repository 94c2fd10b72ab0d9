package org.assay.rulebase;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something in the rules folder that keeps the rule base from being used.
 *
 * @param file relative to the rules folder, with {@code /}
 * @param line from 1; 0 if the whole file is meant
 * @param column from 1; 0 if the whole line is meant, as for a row of a table
 * @param message what was found, in one line
 * @param hint what to do about it; may be empty
 */
public record RuleProblem(String file, int line, int column, String message, String hint)
    implements Comparable<RuleProblem> {
  private static final Comparator<RuleProblem> ORDER =
      comparing(RuleProblem::file)
          .thenComparing(RuleProblem::line)
          .thenComparing(RuleProblem::column)
          .thenComparing(RuleProblem::message)
          .thenComparing(RuleProblem::hint);

  /** Checks that nothing is missing. */
  public RuleProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(hint, "hint");
  }

  /** By place, so that a list of problems reads from top to bottom. */
  @Override
  public int compareTo(RuleProblem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String place = column > 0 ? file + ":" + line + ":" + column : file + ":" + line;
    return place + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
