package org.assay.provenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.provenance.bytes.HostileText;
import org.assay.provenance.c2pa.AiSignals;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.signal.Provenance;
import org.assay.signal.Provenance.AiSignal;
import org.assay.signal.Provenance.State;
import org.assay.signal.Signal;

/**
 * Reports the Content Credentials (C2PA) in the bytes of an item.
 *
 * <p>Signatures, hashes and trust are not checked yet: a manifest that is there is never more than
 * {@code INVALID}, with the code {@link #NOT_VALIDATED}, and what it declares is a claim.
 */
public final class ProvenanceDetector implements Detector {
  /** Not a code of the specification: says that nothing was checked. */
  public static final String NOT_VALIDATED = "assay.validation.not-implemented";

  private static final String ID = "provenance";
  private static final int MAX_TEXT = 200;
  private static final int MAX_LABELS = 100;

  private final ProvenanceReader reader = new ProvenanceReader();

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
      return List.of(signal(reader.read(media.item().file())));
    } catch (MediaException | IOException fault) {
      throw new DetectionException("credentials not read: " + fault.getMessage(), fault);
    }
  }

  private static Provenance signal(Credentials credentials) {
    if (!credentials.present()) {
      return signal(State.ABSENT, List.of(), AiSignal.NONE_DECLARED, "", List.of());
    }
    List<String> codes = new ArrayList<>(List.of(NOT_VALIDATED));
    Optional<ManifestStore> store = credentials.store();
    if (store.flatMap(ManifestStore::active).isEmpty()) {
      codes.add("claim.missing");
    }
    return signal(
        State.INVALID,
        codes,
        store.map(one -> AiSignals.of(one.actions())).orElse(AiSignal.NONE_DECLARED),
        generator(store),
        store.map(ProvenanceDetector::labels).orElse(List.of()));
  }

  /** The active manifest is the last, so the last ones are kept. */
  private static List<String> labels(ManifestStore store) {
    return store.manifests().stream()
        .skip(Math.max(0, store.manifests().size() - MAX_LABELS))
        .map(manifest -> HostileText.clean(manifest.label(), MAX_TEXT))
        .toList();
  }

  private static Provenance signal(
      State state, List<String> codes, AiSignal ai, String generator, List<String> manifests) {
    return new Provenance(ID, state, codes, ai, generator, "", manifests);
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
