package org.assay.provenance.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.cose.SignatureValidator;
import org.assay.provenance.cose.SignedClaim;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;

/**
 * Everything about one claim that does not depend on who refers to it: C2PA 2.2 section 15.6 to
 * 15.10. Each claim is checked once, however often it is asked about.
 */
final class ClaimCheck {
  private final ManifestGraph graph;
  private final SignatureValidator signatures;
  private final Mode mode;
  private final LaterEvidence evidence;
  private final Map<String, List<Status>> checked = new HashMap<>();
  private final Map<String, Signer> signers;

  /** Puts whoever signed into {@code signers}, by label of the manifest. */
  ClaimCheck(
      ManifestGraph graph,
      SignatureValidator signatures,
      Mode mode,
      LaterEvidence evidence,
      Map<String, Signer> signers) {
    this.graph = graph;
    this.signatures = signatures;
    this.mode = mode;
    this.evidence = evidence;
    this.signers = signers;
  }

  /** Repeats what it found before under the ingredient that the log stands at. */
  void check(Manifest manifest, StatusLog log) throws Refusal {
    List<Status> known = checked.get(manifest.label());
    if (known == null) {
      StatusLog fresh = new StatusLog();
      try {
        examine(manifest, fresh);
      } finally {
        known = fresh.statuses();
        checked.put(manifest.label(), known);
        known.forEach(log::add);
      }
    } else {
      known.forEach(log::add);
    }
  }

  private void examine(Manifest manifest, StatusLog log) throws Refusal {
    Claim claim =
        manifest
            .claim()
            .orElseThrow(() -> new IllegalStateException("structure was not checked first"));
    Slice signature =
        manifest
            .signature()
            .orElseThrow(() -> new IllegalStateException("structure was not checked first"));
    ManifestRules rules = new ManifestRules(manifest, claim, log);
    rules.names();
    SignatureReport report =
        signatures.validate(
            new SignedClaim(
                claim.map().source(),
                signature,
                claim.version(),
                JumbfUri.ofSignature(manifest.label()),
                evidence.timeStamps(manifest.label()),
                evidence.ocspResponses()));
    report.statuses().forEach(log::add);
    Optional<Signer> signer = report.signer();
    signer.ifPresent(one -> signers.put(manifest.label(), one));
    ContentChecks contents = new ContentChecks(manifest, claim, mode, log);
    contents.icons(claim.generators());
    rules.redactions();
    rules.parents(graph.ingredients(manifest));
    new AssertionChecks(manifest, claim, graph.redactions(), mode, log).check();
    new ActionChecks(manifest, claim, graph.ingredients(manifest), graph.manifests(), contents, log)
        .check();
    if (claim.version() > 1) {
      contents.metadata();
      rules.generator();
    }
    contents.softBindings();
    contents.cloudData();
  }
}
