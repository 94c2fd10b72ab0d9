package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Optional;
import org.assay.signal.Provenance.AiSignal;

/** What actions declare about generation. Whether the declaration holds is another question. */
public final class AiSignals {
  private AiSignals() {}

  /**
   * Fully generated when an action {@code c2pa.created} declares a source that is a machine alone;
   * partly when any action declares another share of one.
   */
  public static AiSignal of(List<Action> actions) {
    AiSignal signal = AiSignal.NONE_DECLARED;
    for (Action action : actions) {
      Optional<SourceType> type = SourceType.of(action.sourceType());
      if (type.isPresent()) {
        if (type.get().whole() && action.name().equals("c2pa.created")) {
          return AiSignal.FULLY_GENERATED;
        }
        signal = AiSignal.PARTLY_GENERATED;
      }
    }
    return signal;
  }
}
