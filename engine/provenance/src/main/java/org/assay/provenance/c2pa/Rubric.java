package org.assay.provenance.c2pa;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the signals of the C2PA conformance programme's rubric (2026-08-06) from the active
 * manifest and everything it was made of. What is read is declared, not proven.
 */
public final class Rubric {
  private static final Set<String> GENERATED =
      Set.of(
          "trainedAlgorithmicMedia",
          "compositeWithTrainedAlgorithmicMedia",
          "compositeSynthetic",
          "trainedAlgorithmicData");
  private static final Set<String> POSSIBLY_GENERATED = Set.of("digitalArt", "composite");
  private static final Set<String> NON_EDITORIAL =
      Set.of(
          "c2pa.converted",
          "c2pa.published",
          "c2pa.repackaged",
          "c2pa.transcoded",
          "c2pa.resized.proportional",
          "c2pa.enhanced",
          "c2pa.edited.metadata",
          "c2pa.watermarked",
          "c2pa.watermarked.bound",
          "c2pa.watermarked.unbound",
          "c2pa.redacted");

  private final ManifestStore store;
  private final List<RubricEvidence> evidence = new ArrayList<>();

  private Rubric(ManifestStore store) {
    this.store = store;
  }

  /** Evidence from the active manifest on, nearest first; each manifest is read once. */
  public static List<RubricEvidence> read(ManifestStore store) {
    Rubric rubric = new Rubric(store);
    store.active().ifPresent(rubric::walk);
    return List.copyOf(rubric.evidence);
  }

  private void walk(Manifest active) {
    record Step(Manifest manifest, List<String> path) {}

    Deque<Step> steps = new ArrayDeque<>(List.of(new Step(active, List.of(active.label()))));
    Set<String> seen = new HashSet<>(Set.of(active.label()));
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      read(step.manifest(), step.path());
      for (Ingredient ingredient : step.manifest().ingredients()) {
        Optional<Manifest> next = ingredient.manifestLabel().flatMap(store::manifest);
        if (next.isPresent() && seen.add(next.get().label())) {
          List<String> path = new ArrayList<>(step.path());
          path.add(next.get().label());
          steps.add(new Step(next.get(), path));
        }
      }
    }
  }

  private void read(Manifest manifest, List<String> path) {
    List<ActionList> lists = manifest.actionLists();
    boolean complete = !lists.isEmpty();
    for (ActionList list : lists) {
      complete &= list.complete();
      for (Action action : list.effective()) {
        complete &= action.name().startsWith("c2pa.") && !action.name().equals("c2pa.unknown");
        String term = SourceType.term(action.sourceType());
        Optional<RubricSignal> signal = action.opening() ? inception(term) : change(action, term);
        signal.ifPresent(
            one -> evidence.add(new RubricEvidence(one, path, action.name(), action.sourceType())));
      }
    }
    if (manifest.ingredients().stream().anyMatch(one -> one.manifest().isEmpty())) {
      evidence.add(new RubricEvidence(RubricSignal.UNKNOWN_PROVENANCE, path, "", ""));
    }
    if (!complete) {
      evidence.add(new RubricEvidence(RubricSignal.AMBIGUOUS, path, "", ""));
    }
  }

  private static Optional<RubricSignal> inception(String term) {
    return switch (term) {
      case "trainedAlgorithmicMedia" -> Optional.of(RubricSignal.FULLY_GENERATED);
      case "compositeWithTrainedAlgorithmicMedia" -> Optional.of(RubricSignal.PARTLY_GENERATED);
      case "composite" -> Optional.of(RubricSignal.COMPOSITION_MAY_CONTAIN_AI);
      case "screenCapture" -> Optional.of(RubricSignal.SCREEN_CAPTURE_MAY_CONTAIN_AI);
      case "digitalCapture", "computationalCapture" -> Optional.of(RubricSignal.CAPTURED);
      case "compositeCapture" -> Optional.of(RubricSignal.CAPTURED_STITCHED);
      case "digitalCreation" -> Optional.of(RubricSignal.DIGITAL_CREATION);
      case "empty" -> Optional.of(RubricSignal.BLANK_CANVAS);
      default -> Optional.empty();
    };
  }

  private static Optional<RubricSignal> change(Action action, String term) {
    if (NON_EDITORIAL.contains(action.name())) {
      return Optional.of(RubricSignal.NON_EDITORIAL);
    }
    if (term.isEmpty()) {
      return Optional.empty();
    }
    if (GENERATED.contains(term)) {
      return Optional.of(RubricSignal.PERCEPTIBLE_AI_TRANSFORMATION);
    }
    return Optional.of(
        POSSIBLY_GENERATED.contains(term)
            ? RubricSignal.POSSIBLY_AI_TRANSFORMATION
            : RubricSignal.PERCEPTIBLE_TRANSFORMATION);
  }
}
