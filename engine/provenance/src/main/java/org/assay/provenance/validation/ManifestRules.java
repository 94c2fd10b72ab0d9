package org.assay.provenance.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.c2pa.Action;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Ingredient.Relationship;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.StatusCode;

/** Rules on a manifest as a whole: names, redactions, parents, updates. C2PA 2.2 section 15. */
final class ManifestRules {
  private static final List<String> HASHES =
      List.of("c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.bmff", "c2pa.hash.collection.data");
  private static final Set<String> ACTIONS_OF_UPDATES =
      Set.of("c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted");

  private final Manifest manifest;
  private final Claim claim;
  private final StatusLog log;

  ManifestRules(Manifest manifest, Claim claim, StatusLog log) {
    this.manifest = manifest;
    this.claim = claim;
    this.log = log;
  }

  /** Before the signature is looked at: section 15.7 and 8.2. */
  void names() {
    Optional<String> where = JumbfUri.manifest(claim.signature());
    boolean elsewhere = where.isPresent() && !where.get().equals(manifest.label());
    if (elsewhere || !JumbfUri.lastLabel(claim.signature()).equals("c2pa.signature")) {
      log.add(
          StatusCode.CLAIM_SIGNATURE_MISSING,
          JumbfUri.ofSignature(manifest.label()),
          "the claim names a signature elsewhere");
    }
    if (claim.version() > 1 && !ManifestName.valid(manifest.label())) {
      log.add(StatusCode.CLAIM_MALFORMED, uri(), "claim box label invalid");
    }
  }

  /** Section 15.10.3 (2.1) and 6.8. */
  void redactions() {
    for (String redaction : claim.redactions()) {
      if (redaction.contains(manifest.label())) {
        log.add(StatusCode.ASSERTION_SELF_REDACTED, redaction, "claim contains self redaction");
      }
      if (redaction.contains("c2pa.actions")) {
        log.add(
            StatusCode.ASSERTION_ACTION_REDACTED,
            redaction,
            "redaction of action assertions disallowed");
      }
      if (HASHES.stream().anyMatch(redaction::contains)) {
        log.add(
            StatusCode.ASSERTION_DATA_HASH_REDACTED,
            redaction,
            "redaction of disallowed hash assertion");
      }
    }
  }

  /** Section 15.11.1 and 15.11.2. */
  void parents(List<Ingredient> ingredients) throws Refusal {
    long parents =
        ingredients.stream().filter(one -> one.relationship() == Relationship.PARENT_OF).count();
    if (manifest.kind() == ManifestKind.UPDATE) {
      update(parents);
    } else if (parents > 1) {
      log.add(StatusCode.MANIFEST_MULTIPLE_PARENTS, uri(), "too many ingredient parents");
    }
  }

  private void update(long parents) {
    boolean otherActions =
        manifest.actions().stream()
            .map(Action::name)
            .anyMatch(a -> !ACTIONS_OF_UPDATES.contains(a));
    if (otherActions) {
      log.add(
          StatusCode.MANIFEST_UPDATE_INVALID,
          uri(),
          "update manifests contains disallowed actions assertion");
    }
    long thumbnails =
        manifest.assertions().stream()
            .filter(one -> one.label().name().contains("c2pa.thumbnail.claim"))
            .count();
    if (thumbnails > 1) {
      log.add(
          StatusCode.MANIFEST_UPDATE_INVALID,
          uri(),
          "update manifests cannot contain thumbnail assertions");
    }
    if (parents == 0) {
      log.add(
          StatusCode.MANIFEST_UPDATE_WRONG_PARENTS,
          uri(),
          "update manifest must have ingredient with parentOf relationship");
    } else if (parents > 1) {
      log.add(
          StatusCode.MANIFEST_UPDATE_INVALID, uri(), "update manifests can have one ingredient");
    }
  }

  /** Section 10.2.2: version 2 has to say who made it. */
  void generator() {
    List<Cbor.Map> generators = claim.generators();
    if (generators.isEmpty() || generators.get(0).text("name").orElse("").isEmpty()) {
      log.add(StatusCode.CLAIM_MALFORMED, uri(), "claim_generator_info is required and has a name");
    }
  }

  private String uri() {
    return JumbfUri.ofManifest(manifest.label());
  }
}
