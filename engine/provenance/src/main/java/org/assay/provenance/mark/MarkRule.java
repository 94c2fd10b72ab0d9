package org.assay.provenance.mark;

import java.util.List;
import org.assay.signal.Mark;

/** Finds marks of one kind, or of a few that share a place, in what the metadata says. */
@FunctionalInterface
interface MarkRule {

  /** The marks in the order of the statements. */
  List<Mark> find(List<Statement> statements);

  /** A rule that looks at each statement by itself. */
  static MarkRule each(Single single) {
    return statements -> statements.stream().flatMap(one -> single.find(one).stream()).toList();
  }

  /** What one statement says. */
  @FunctionalInterface
  interface Single {
    List<Mark> find(Statement statement);
  }
}
