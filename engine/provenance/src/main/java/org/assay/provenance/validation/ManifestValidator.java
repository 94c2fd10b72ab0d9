package org.assay.provenance.validation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.binding.BoundFile;
import org.assay.provenance.binding.HardBindings;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cose.SignatureValidator;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** Validates manifest stores, C2PA 2.2 section 15. Safe for concurrent use if its parts are. */
public final class ManifestValidator {
  private final SignatureValidator signatures;
  private final HardBindings bindings;
  private final IdentityChecks identities;
  private final Mode mode;
  private final HardBindingLabels labels;

  /** Asks others what signatures, hard bindings and identities are worth. */
  public ManifestValidator(
      SignatureValidator signatures, HardBindings bindings, IdentityChecks identities, Mode mode) {
    this.signatures = Objects.requireNonNull(signatures, "signatures");
    this.bindings = Objects.requireNonNull(bindings, "bindings");
    this.identities = Objects.requireNonNull(identities, "identities");
    this.mode = Objects.requireNonNull(mode, "mode");
    this.labels = new HardBindingLabels(mode);
  }

  /**
   * Validates a store against the file that it came with. What is wrong with either is in the
   * report.
   *
   * @param damage what could not be read of file and store; any of it refuses the store
   * @throws IOException if the file itself cannot be read
   */
  public ValidationReport validate(ManifestStore store, List<String> damage, BoundFile file)
      throws IOException, InterruptedException {
    StatusLog log = new StatusLog();
    Map<String, Signer> signers = new LinkedHashMap<>();
    Optional<String> error = Optional.empty();
    try {
      new StoreStructure(log).check(store);
      Manifest active =
          store.active().orElseThrow(() -> new Refusal("the store holds no manifest"));
      run(store, active, file, log, signers);
      if (mode == Mode.STRICT && !store.overlong().isEmpty()) {
        throw new Refusal(store.overlong().get(0));
      }
      if (!damage.isEmpty()) {
        throw new Refusal(String.join("; ", damage));
      }
    } catch (Refusal refusal) {
      error = Optional.of(refusal.getMessage());
    }
    return new Verdict(store, log, signers, error, mode).report();
  }

  private void run(
      ManifestStore store,
      Manifest active,
      BoundFile file,
      StatusLog log,
      Map<String, Signer> signers)
      throws Refusal, IOException, InterruptedException {
    ManifestGraph graph = ManifestGraph.of(store, active, mode, log);
    Optional<Manifest> bound = graph.bound(labels);
    if (bound.isEmpty()) {
      log.add(
          StatusCode.CLAIM_HARD_BINDINGS_MISSING,
          JumbfUri.ofManifest(active.label()),
          "could not find manifest with hard binding");
    }
    LaterEvidence evidence = LaterEvidence.of(graph, log);
    ClaimCheck claims = new ClaimCheck(graph, signatures, mode, evidence, signers);
    claims.check(active, log);
    new IngredientChecks(graph, claims, log).check(active);
    if (bound.isEmpty()) {
      throw new Refusal("no manifest binds the store to its file");
    }
    bind(bound.get(), file, log);
    new LoadChecks(identities, log).check(store);
  }

  private void bind(Manifest manifest, BoundFile file, StatusLog log)
      throws IOException, InterruptedException {
    List<Assertion> assertions = labels.of(manifest);
    if (assertions.size() > 1) {
      log.add(
          StatusCode.ASSERTION_MULTIPLE_HARD_BINDINGS,
          JumbfUri.ofManifest(manifest.label()),
          "claim has multiple data bindings");
    }
    String algorithm = manifest.claim().orElseThrow().algorithm();
    for (Assertion assertion : assertions) {
      List<Status> statuses =
          bindings.check(
              assertion.label().name(), assertion.data(), manifest.uri(assertion), algorithm, file);
      statuses.forEach(log::add);
    }
  }
}
