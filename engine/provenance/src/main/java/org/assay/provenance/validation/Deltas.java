package org.assay.provenance.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.c2pa.RecordedStatus;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/**
 * Leaves out what a signer recorded about its ingredients already: what remains is what has changed
 * since, C2PA 2.2 section 15.11.3.
 */
final class Deltas {
  private static final Set<StatusCode> RAN_OUT =
      Set.of(StatusCode.SIGNING_CREDENTIAL_EXPIRED, StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY);

  private record Key(String code, String url) {}

  private final String active;
  private final Set<Key> recorded = new HashSet<>();

  Deltas(ManifestStore store, String active) {
    this.active = active;
    store.manifests().stream()
        .flatMap(manifest -> manifest.ingredients().stream())
        .forEach(this::record);
  }

  private void record(Ingredient ingredient) {
    Optional<String> label = ingredient.manifest().flatMap(uri -> JumbfUri.manifest(uri.url()));
    for (RecordedStatus status : ingredient.recorded()) {
      boolean local = status.url().startsWith("self#jumbf") && label.isPresent();
      String url = local ? JumbfUri.absolute(label.get(), status.url()) : status.url();
      recorded.add(new Key(status.code(), url));
    }
  }

  List<StatusLog.Entry> of(List<StatusLog.Entry> entries) {
    return entries.stream().filter(entry -> isNew(entry.status())).toList();
  }

  /** A manifest that is missing cannot be excused by a record, nor can the active one. */
  private boolean isNew(Status status) {
    return JumbfUri.manifest(status.url()).filter(active::equals).isPresent()
        || status.code() == StatusCode.INGREDIENT_MANIFEST_MISSING
        || !(isRecorded(status.code(), status.url()) || ranOutSince(status));
  }

  /** A certificate that was valid when the ingredient was added may have run out since. */
  private boolean ranOutSince(Status status) {
    return RAN_OUT.contains(status.code())
        && isRecorded(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, status.url());
  }

  private boolean isRecorded(StatusCode code, String url) {
    return recorded.contains(new Key(code.code(), url));
  }
}
