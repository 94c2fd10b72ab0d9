package org.assay.provenance.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** Turns the log of a validation into its report and state, C2PA 2.2 section 14.3. */
final class Verdict {
  private final ManifestStore store;
  private final StatusLog log;
  private final Map<String, Signer> signers;
  private final Optional<String> error;
  private final Mode mode;

  Verdict(
      ManifestStore store,
      StatusLog log,
      Map<String, Signer> signers,
      Optional<String> error,
      Mode mode) {
    this.store = store;
    this.log = log;
    this.signers = signers;
    this.error = error;
    this.mode = mode;
  }

  ValidationReport report() {
    Optional<String> active = store.active().map(Manifest::label);
    List<StatusLog.Entry> entries = new Deltas(store, active.orElse("")).of(log.entries());
    List<Status> own = new ArrayList<>();
    Map<String, List<Status>> byIngredient = new LinkedHashMap<>();
    for (StatusLog.Entry entry : entries) {
      entry
          .ingredient()
          .map(uri -> byIngredient.computeIfAbsent(uri, key -> new ArrayList<>()))
          .orElse(own)
          .add(entry.status());
    }
    List<Status> all = entries.stream().map(StatusLog.Entry::status).toList();
    return new ValidationReport(
        error.isPresent() ? ValidationState.INVALID : state(own, all),
        error,
        active,
        own,
        ingredients(byIngredient),
        signers);
  }

  private List<IngredientReport> ingredients(Map<String, List<Status>> statuses) {
    List<IngredientReport> reports = new ArrayList<>();
    for (Manifest manifest : store.manifests()) {
      for (Ingredient ingredient : manifest.ingredients()) {
        String uri = manifest.uri(ingredient.assertion());
        reports.add(
            new IngredientReport(
                uri,
                ingredient.manifestLabel().orElse(""),
                ingredient.title(),
                ingredient.relationship().term(),
                statuses.getOrDefault(uri, List.of())));
      }
    }
    return reports;
  }

  private ValidationState state(List<Status> own, List<Status> all) {
    boolean signed =
        has(own, StatusCode.CLAIM_SIGNATURE_VALIDATED)
            && has(own, StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY);
    if (!signed || all.stream().anyMatch(status -> status.failed() && !tolerated(status))) {
      return ValidationState.INVALID;
    }
    boolean trusted =
        has(own, StatusCode.SIGNING_CREDENTIAL_TRUSTED) && all.stream().noneMatch(this::doubted);
    return trusted ? ValidationState.TRUSTED : ValidationState.VALID;
  }

  /** Whom a certificate belongs to is one question, whether the manifest is intact another. */
  private static boolean tolerated(Status status) {
    String code = status.code().code();
    return status.code() == StatusCode.SIGNING_CREDENTIAL_UNTRUSTED
        || code.startsWith("cawg.x509.")
        || code.startsWith("cawg.identity.");
  }

  /** An identity assertion that does not hold says nothing against who signed the claim. */
  private boolean doubted(Status status) {
    return status.failed() && (mode == Mode.COMPAT || !status.code().code().startsWith("cawg."));
  }

  private static boolean has(List<Status> statuses, StatusCode code) {
    return statuses.stream().anyMatch(status -> status.code() == code);
  }
}
