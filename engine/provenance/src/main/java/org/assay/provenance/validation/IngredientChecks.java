package org.assay.provenance.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Ingredient.Relationship;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.StatusCode;

/**
 * That the manifests of ingredients are those that were there when they were added, section 15.11.
 */
final class IngredientChecks {
  private final ManifestGraph graph;
  private final ClaimCheck claims;
  private final StatusLog log;
  private final Set<String> walked = new HashSet<>();

  IngredientChecks(ManifestGraph graph, ClaimCheck claims, StatusLog log) {
    this.graph = graph;
    this.claims = claims;
    this.log = log;
  }

  /** Walks over the ingredients of a manifest and theirs, into each manifest once. */
  void check(Manifest manifest) throws Refusal {
    if (!walked.add(manifest.label())) {
      return;
    }
    for (Ingredient ingredient : graph.ingredients(manifest)) {
      String url = manifest.uri(ingredient.assertion());
      log.enter(url);
      try {
        ingredient(ingredient, url);
      } finally {
        log.leave();
      }
    }
  }

  private void ingredient(Ingredient ingredient, String url) throws Refusal {
    if (ingredient.manifest().isEmpty()) {
      if (ingredient.relationship() != Relationship.INPUT_TO) {
        String title = ingredient.title().isEmpty() ? "no title" : ingredient.title();
        log.add(
            StatusCode.INGREDIENT_UNKNOWN_PROVENANCE,
            url,
            title + ": ingredient does not have provenance");
      }
      return;
    }
    if (ingredient.version() >= 3 && !ingredient.resultsPresent()) {
      log.add(
          StatusCode.ASSERTION_INGREDIENT_MALFORMED,
          url,
          "ingredient V3 must have validation results");
    }
    Optional<Manifest> manifest = graph.manifest(ingredient);
    if (manifest.isEmpty()) {
      log.add(
          StatusCode.INGREDIENT_MANIFEST_MISSING,
          ingredient.manifestLabel().orElse(""),
          "ingredient not found");
      return;
    }
    compare(ingredient, ingredient.manifest().get(), manifest.get());
    claims.check(manifest.get(), log);
    check(manifest.get());
  }

  private void compare(Ingredient ingredient, HashedUri uri, Manifest manifest) {
    boolean redacted = graph.redactions().stream().anyMatch(r -> r.contains(manifest.label()));
    Claim claim = manifest.claim().orElseThrow();
    if (redacted) {
      if (claim.version() > 1) {
        compareSignatures(ingredient, uri.url(), manifest, claim);
      }
    } else if (uri.matches(manifest.box().content(), claim.algorithm())) {
      log.add(StatusCode.INGREDIENT_MANIFEST_VALIDATED, uri.url(), "ingredient hash matched");
    } else if (!uri.matches(claim.map().source(), claim.algorithm())) { // as before version 1.3
      log.add(StatusCode.INGREDIENT_MANIFEST_MISMATCH, uri.url(), "ingredient hash incorrect");
    }
  }

  /** A redaction changes the hash of the manifest, but not that of its signature. */
  private void compareSignatures(
      Ingredient ingredient, String url, Manifest manifest, Claim claim) {
    Optional<SuperBox> box = manifest.signatureBox();
    if (ingredient.signature().isEmpty() || box.isEmpty()) {
      log.add(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISSING, url, "ingredient claimSignature missing");
    } else if (ingredient.signature().get().matches(box.get().content(), claim.algorithm())) {
      log.add(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED,
          url,
          "ingredient claimSignature validated");
    } else {
      log.add(
          StatusCode.INGREDIENT_CLAIM_SIGNATURE_MISMATCH,
          url,
          "ingredient claimSignature mismatch");
    }
  }
}
