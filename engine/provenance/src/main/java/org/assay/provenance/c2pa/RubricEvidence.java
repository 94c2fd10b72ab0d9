package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;

/**
 * Where in a store a signal of the rubric comes from. All text is hostile.
 *
 * @param path labels of the manifests that lead there from the active one, which is the first
 * @param action such as {@code c2pa.created}; empty when it is not about one action
 * @param sourceType as written; empty when there is none
 */
public record RubricEvidence(
    RubricSignal signal, List<String> path, String action, String sourceType) {

  /** Copies the list. */
  public RubricEvidence {
    Objects.requireNonNull(signal, "signal");
    path = List.copyOf(path);
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(sourceType, "sourceType");
  }
}
