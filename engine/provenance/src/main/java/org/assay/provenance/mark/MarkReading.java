package org.assay.provenance.mark;

import java.util.List;
import org.assay.signal.Mark;

/**
 * The marks found, and what could not be read: where something could not, absence says even less
 * than usual.
 */
public record MarkReading(List<Mark> marks, List<String> damage) {

  /** Copies the lists. */
  public MarkReading {
    marks = List.copyOf(marks);
    damage = List.copyOf(damage);
  }
}
