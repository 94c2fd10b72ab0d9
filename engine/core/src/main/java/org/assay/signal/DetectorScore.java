package org.assay.signal;

import java.util.List;
import java.util.Objects;

/**
 * A classifier's answer.
 *
 * @param model {@code name/version}
 * @param probability that the detector's claim holds, calibrated, in [0, 1]
 */
public record DetectorScore(
    String detector, String model, double probability, List<Evidence> evidence) implements Signal {

  /** Rejects what is not a probability, NaN included. */
  public DetectorScore {
    Kebab.require("detector", detector);
    Objects.requireNonNull(model, "model");
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          detector + ": probability must be in [0, 1]: " + probability);
    }
    evidence = List.copyOf(evidence);
  }
}
