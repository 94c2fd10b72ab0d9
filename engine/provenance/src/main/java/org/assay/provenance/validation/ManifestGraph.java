package org.assay.provenance.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Ingredient.Relationship;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;

/**
 * The active manifest and all that it leads to by ingredients, each once however many ways lead
 * there. A circle or too long a chain is refused.
 */
final class ManifestGraph {
  private static final int MAX_DEPTH = 200;

  private final ManifestStore store;
  private final Manifest active;
  private final Mode mode;
  private final StatusLog log;
  private final Map<String, Manifest> reached = new LinkedHashMap<>();
  private final Map<String, List<Ingredient>> ingredients = new LinkedHashMap<>();
  private final List<String> redactions = new ArrayList<>();

  private ManifestGraph(ManifestStore store, Manifest active, Mode mode, StatusLog log) {
    this.store = store;
    this.active = active;
    this.mode = mode;
    this.log = log;
  }

  static ManifestGraph of(ManifestStore store, Manifest active, Mode mode, StatusLog log)
      throws Refusal {
    ManifestGraph graph = new ManifestGraph(store, active, mode, log);
    graph.walk(active, new ArrayList<>());
    return graph;
  }

  private void walk(Manifest manifest, List<String> path) throws Refusal {
    if (path.size() >= MAX_DEPTH) {
      throw new Refusal("chain of more than %d ingredients".formatted(MAX_DEPTH));
    }
    if (reached.containsKey(manifest.label())) {
      return;
    }
    path.add(manifest.label());
    reached.put(manifest.label(), manifest);
    redactions.addAll(manifest.claim().map(Claim::redactions).orElse(List.of()));
    for (Ingredient ingredient : readIngredients(manifest)) {
      Optional<Manifest> next = ingredient.manifestLabel().flatMap(store::manifest);
      if (next.isPresent()) {
        if (path.contains(next.get().label())) {
          log.add(
              StatusCode.ASSERTION_INGREDIENT_MALFORMED,
              manifest.uri(ingredient.assertion()),
              "ingredient cannot be cyclic");
          throw new Refusal("ingredients go round in a circle: " + String.join(" > ", path));
        }
        walk(next.get(), path);
      } else if (ingredient.manifest().isPresent()) {
        log.add(
            StatusCode.INGREDIENT_MANIFEST_MISSING,
            ingredient.manifestLabel().orElse(""),
            "ingredient manifest missing");
      }
    }
    path.remove(path.size() - 1);
  }

  private List<Ingredient> readIngredients(Manifest manifest) throws Refusal {
    List<Ingredient> read = new ArrayList<>();
    for (Assertion assertion : manifest.named(Ingredient.LABEL)) {
      if (mode == Mode.STRICT && assertion.blank()) {
        continue; // redacted; the reference cannot read such a store
      }
      try {
        read.add(Ingredient.read(assertion));
      } catch (MediaException fault) {
        log.add(
            StatusCode.ASSERTION_INGREDIENT_MALFORMED,
            manifest.uri(assertion),
            "ingredient assertion could not be parsed");
        throw new Refusal(fault.getMessage());
      }
    }
    ingredients.put(manifest.label(), read);
    return read;
  }

  Manifest active() {
    return active;
  }

  /** By label, in the order in which they were reached, the active one first. */
  Map<String, Manifest> manifests() {
    return reached;
  }

  List<Ingredient> ingredients(Manifest manifest) {
    return ingredients.getOrDefault(manifest.label(), List.of());
  }

  Optional<Manifest> manifest(Ingredient ingredient) {
    return ingredient.manifestLabel().map(reached::get);
  }

  /** JUMBF URIs that any manifest redacts. */
  List<String> redactions() {
    return redactions;
  }

  /**
   * The manifest whose hard binding speaks of the file: that of an update manifest is its parent's.
   */
  Optional<Manifest> bound(HardBindingLabels labels) {
    Manifest manifest = active;
    Set<String> seen = new HashSet<>();
    while (seen.add(manifest.label())) {
      if (manifest.kind() != ManifestKind.UPDATE && !labels.of(manifest).isEmpty()) {
        return Optional.of(manifest);
      }
      Optional<Manifest> parent = parent(manifest);
      if (parent.isEmpty()) {
        return Optional.empty();
      }
      if (parent.get().kind() != ManifestKind.UPDATE && labels.of(parent.get()).isEmpty()) {
        return Optional.empty();
      }
      manifest = parent.get();
    }
    return Optional.empty();
  }

  private Optional<Manifest> parent(Manifest manifest) {
    return ingredients(manifest).stream()
        .filter(one -> one.relationship() == Relationship.PARENT_OF)
        .filter(one -> one.manifest().flatMap(uri -> JumbfUri.manifest(uri.url())).isPresent())
        .flatMap(one -> manifest(one).stream())
        .findFirst();
  }
}
