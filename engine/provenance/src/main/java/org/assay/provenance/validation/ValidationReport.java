package org.assay.provenance.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Status;

/**
 * What validation of a manifest store found.
 *
 * @param error why the store was refused as a whole; never together with a state above invalid
 * @param active statuses of the active manifest
 * @param ingredients in the order in which they were met
 * @param signers by label of their manifest, as far as their certificates could be read
 */
public record ValidationReport(
    ValidationState state,
    Optional<String> error,
    Optional<String> activeLabel,
    List<Status> active,
    List<IngredientReport> ingredients,
    Map<String, Signer> signers) {

  /** Copies the collections. */
  public ValidationReport {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(error, "error");
    Objects.requireNonNull(activeLabel, "activeLabel");
    active = List.copyOf(active);
    ingredients = List.copyOf(ingredients);
    signers = Collections.unmodifiableMap(new LinkedHashMap<>(signers));
    if (error.isPresent() && state != ValidationState.INVALID) {
      throw new IllegalArgumentException("refused, but " + state + ": " + error.get());
    }
  }

  /** Who signed the active manifest. */
  public Optional<Signer> signer() {
    return activeLabel.map(signers::get);
  }

  /** Every check that failed, those of ingredients last. */
  public List<Status> failures() {
    return Stream.concat(
            active.stream(), ingredients.stream().flatMap(one -> one.statuses().stream()))
        .filter(Status::failed)
        .toList();
  }
}
