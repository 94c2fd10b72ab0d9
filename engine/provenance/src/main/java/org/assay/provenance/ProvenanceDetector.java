package org.assay.provenance;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.provenance.bytes.HostileText;
import org.assay.provenance.c2pa.AiSignals;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Status;
import org.assay.provenance.validation.ValidationReport;
import org.assay.signal.Provenance;
import org.assay.signal.Provenance.AiSignal;
import org.assay.signal.Provenance.State;
import org.assay.signal.Signal;

/** Validates the Content Credentials (C2PA) in the bytes of an item. */
public final class ProvenanceDetector implements Detector {
  private static final String ID = "provenance";
  private static final String REFUSED = "general.error";
  private static final int MAX_TEXT = 200;
  private static final int MAX_LABELS = 100;

  private final ProvenanceValidator validator;

  /** Reports what the validator finds. */
  public ProvenanceDetector(ProvenanceValidator validator) {
    this.validator = Objects.requireNonNull(validator, "validator");
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean accepts(Media media) {
    return true;
  }

  @Override
  public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
    try {
      return List.of(signal(validator.validate(media.item().file())));
    } catch (MediaException | IOException fault) {
      throw new DetectionException("credentials not read: " + fault.getMessage(), fault);
    }
  }

  private static Provenance signal(ValidatedCredentials validated) {
    Optional<ManifestStore> store = validated.credentials().store();
    Optional<ValidationReport> report = validated.report();
    return new Provenance(
        ID,
        report.map(ProvenanceDetector::state).orElse(State.ABSENT),
        report.map(ProvenanceDetector::codes).orElse(List.of()),
        store.map(one -> AiSignals.of(one.actions())).orElse(AiSignal.NONE_DECLARED),
        generator(store),
        report.flatMap(ValidationReport::signer).map(ProvenanceDetector::name).orElse(""),
        store.map(ProvenanceDetector::labels).orElse(List.of()));
  }

  private static State state(ValidationReport report) {
    return switch (report.state()) {
      case INVALID -> State.INVALID;
      case VALID -> State.VALID;
      case TRUSTED -> State.TRUSTED;
    };
  }

  /** Codes of the active manifest, and of its ingredients those that failed; sorted, each once. */
  private static List<String> codes(ValidationReport report) {
    TreeSet<String> codes = new TreeSet<>();
    Stream.concat(report.active().stream(), report.failures().stream())
        .map(Status::code)
        .forEach(code -> codes.add(code.code()));
    if (report.error().isPresent()) {
      codes.add(REFUSED);
    }
    return List.copyOf(codes);
  }

  /** The active manifest is the last, so the last ones are kept. */
  private static List<String> labels(ManifestStore store) {
    return store.manifests().stream()
        .skip(Math.max(0, store.manifests().size() - MAX_LABELS))
        .map(manifest -> HostileText.clean(manifest.label(), MAX_TEXT))
        .toList();
  }

  private static String name(Signer signer) {
    String name = signer.commonName().isEmpty() ? signer.issuer() : signer.commonName();
    return HostileText.clean(name, MAX_TEXT);
  }

  private static String generator(Optional<ManifestStore> store) {
    return store
        .flatMap(ManifestStore::active)
        .flatMap(Manifest::claim)
        .map(Claim::generator)
        .map(name -> HostileText.clean(name, MAX_TEXT))
        .orElse("");
  }
}
