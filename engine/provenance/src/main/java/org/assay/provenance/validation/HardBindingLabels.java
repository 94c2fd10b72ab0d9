package org.assay.provenance.validation;

import java.util.List;
import java.util.Set;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.AssertionLabel;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.status.Mode;

/**
 * Which assertions bind a manifest to its file, C2PA 2.2 section 9.2. In claims of version 2 only
 * what the signer made itself counts.
 */
final class HardBindingLabels {
  private static final Set<String> OF_REFERENCE =
      Set.of("c2pa.hash.data", "c2pa.hash.bmff", "c2pa.hash.boxes");
  private static final String COLLECTION = "c2pa.hash.collection.data";

  private final Mode mode;

  HardBindingLabels(Mode mode) {
    this.mode = mode;
  }

  List<Assertion> of(Manifest manifest) {
    return manifest.assertions().stream()
        .filter(one -> binds(one.label().base()))
        .filter(one -> manifest.claim().map(claim -> counts(claim, one.label())).orElse(false))
        .toList();
  }

  private boolean binds(String base) {
    return OF_REFERENCE.contains(base) || (mode == Mode.STRICT && base.equals(COLLECTION));
  }

  private static boolean counts(Claim claim, AssertionLabel label) {
    return claim.created().stream()
        .map(HashedUri::url)
        .anyMatch(url -> AssertionLabel.ofUri(url).equals(label));
  }
}
