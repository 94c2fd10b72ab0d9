package org.assay.provenance.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.media.MediaType;
import org.assay.provenance.binding.BoundFile;
import org.assay.provenance.binding.HardBindings;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.cose.SignatureValidator;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** Validates with signatures and hard bindings that always hold, so that the rest decides. */
final class Judged {
  static final SignatureValidator TRUSTED =
      claim ->
          new SignatureReport(
              Optional.empty(),
              List.of(
                  new Status(StatusCode.SIGNING_CREDENTIAL_TRUSTED, claim.url(), ""),
                  new Status(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, claim.url(), ""),
                  new Status(StatusCode.CLAIM_SIGNATURE_VALIDATED, claim.url(), "")));
  static final HardBindings MATCHING =
      (label, assertion, url, algorithm, file) ->
          List.of(new Status(StatusCode.ASSERTION_DATA_HASH_MATCH, url, ""));

  private Judged() {}

  static ValidationReport of(TestManifest... manifests) throws Exception {
    return of(Mode.COMPAT, TestManifest.store(manifests));
  }

  static ValidationReport of(Mode mode, ManifestStore store) throws Exception {
    return of(mode, store, TRUSTED, MATCHING);
  }

  static ValidationReport of(
      Mode mode, ManifestStore store, SignatureValidator signatures, HardBindings bindings)
      throws Exception {
    ManifestValidator validator =
        new ManifestValidator(signatures, bindings, (cbor, url, claim) -> List.of(), mode);
    Container nothing = new Container(MediaType.JPEG, List.of(), List.of(), Optional.empty());
    BoundFile file = new BoundFile(ByteSource.of(new byte[0]), nothing, List.of());
    return validator.validate(store, store.damage(), file);
  }

  static Set<String> failures(ValidationReport report) {
    Set<String> codes = new TreeSet<>();
    report.failures().forEach(status -> codes.add(status.code().code()));
    return codes;
  }
}
