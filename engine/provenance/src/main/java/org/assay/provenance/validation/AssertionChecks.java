package org.assay.provenance.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.AssertionLabel;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;

/** That the assertions of a manifest are those that its claim names, C2PA 2.2 section 15.10. */
final class AssertionChecks {
  private final Manifest manifest;
  private final Claim claim;
  private final List<String> redactions;
  private final Mode mode;
  private final StatusLog log;

  AssertionChecks(
      Manifest manifest, Claim claim, List<String> redactions, Mode mode, StatusLog log) {
    this.manifest = manifest;
    this.claim = claim;
    this.redactions = redactions;
    this.mode = mode;
    this.log = log;
  }

  void check() throws Refusal {
    List<Assertion> left = new ArrayList<>(manifest.assertions());
    for (HashedUri uri : claim.assertions()) {
      if (uri.absolute() && !JumbfUri.manifest(uri.url()).get().equals(manifest.label())) {
        log.add(
            StatusCode.ASSERTION_OUTSIDE_MANIFEST,
            uri.url(),
            "assertion reference to external assertion store");
      }
      Optional<Assertion> assertion = manifest.resolve(uri.url());
      assertion.ifPresent(left::remove);
      if (!redacted(AssertionLabel.ofUri(uri.url()))) {
        compare(uri, assertion);
      }
    }
    for (Assertion undeclared : left) {
      log.add(
          StatusCode.ASSERTION_UNDECLARED,
          manifest.uri(undeclared),
          "assertion is not referenced by the claim");
    }
    if (!left.isEmpty()) {
      throw new Refusal("assertion '%s' is not in the claim".formatted(left.get(0).box().label()));
    }
  }

  private void compare(HashedUri uri, Optional<Assertion> assertion) {
    String url = JumbfUri.absolute(manifest.label(), uri.url());
    if (assertion.isEmpty()) {
      log.add(StatusCode.ASSERTION_MISSING, url, "cannot find matching assertion");
    } else if (mode == Mode.STRICT && !uri.supported(claim.algorithm())) {
      log.add(StatusCode.ALGORITHM_UNSUPPORTED, url, "hash algorithm is not of the specification");
    } else if (uri.matches(assertion.get().box().content(), claim.algorithm())) {
      log.add(StatusCode.ASSERTION_HASHED_URI_MATCH, url, "hashed uri matched: " + uri.url());
    } else {
      log.add(
          StatusCode.ASSERTION_HASHED_URI_MISMATCH,
          url,
          "hash does not match assertion data: " + uri.url());
    }
  }

  private boolean redacted(AssertionLabel label) {
    return redactions.stream()
        .filter(uri -> JumbfUri.manifest(uri).orElse("").equals(manifest.label()))
        .anyMatch(uri -> AssertionLabel.ofUri(uri).equals(label));
  }
}
