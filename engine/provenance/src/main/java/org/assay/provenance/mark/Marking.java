package org.assay.provenance.mark;

import org.assay.provenance.bytes.HostileText;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/** Makes marks whose text is fit to be shown. */
final class Marking {
  /** The detector whose name every mark bears. */
  static final String DETECTOR = "marks";

  private static final int MAX_VALUE = 160;
  private static final int MAX_PLACE = 80;

  private Marking() {}

  /** A mark that says that the item, or a part of it, was generated. */
  static Mark ai(String kind, Statement statement, String value, Strength strength) {
    return mark(kind, statement.place(), value, strength, true);
  }

  /** A mark that says something else about the origin. */
  static Mark other(String kind, Statement statement, String value, Strength strength) {
    return mark(kind, statement.place(), value, strength, false);
  }

  static Mark mark(String kind, String place, String value, Strength strength, boolean ai) {
    return new Mark(
        DETECTOR,
        kind,
        HostileText.clean(place, MAX_PLACE),
        HostileText.clean(value, MAX_VALUE),
        strength,
        ai);
  }
}
