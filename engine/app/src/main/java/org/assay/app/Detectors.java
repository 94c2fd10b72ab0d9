package org.assay.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.assay.detection.AiGeneratedDetector;
import org.assay.detection.ModelFolder;
import org.assay.detection.face.FaceDetector;
import org.assay.detection.face.Faces;
import org.assay.matching.FingerprintDetector;
import org.assay.matching.bank.HashBank;
import org.assay.pipeline.Detector;
import org.assay.provenance.ProvenanceDetector;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.mark.MarksDetector;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.trust.TrustLists.Profile;

/** The detectors of the engine. To add one, add its line to the sorted list. */
public final class Detectors {

  /** Makes one detector; may read weights. */
  @FunctionalInterface
  interface Maker {
    Detector make(Config config, List<HashBank> banks) throws IOException;
  }

  private record Entry(String id, Maker maker) {}

  // How many items may be in one detector at the same time; more wait.
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  // Sorted by id.
  private static final List<Entry> ALL =
      List.of(
          new Entry(
              "ai-generated",
              (config, banks) -> AiGeneratedDetector.load(model(config, "ai-generated"))),
          new Entry(
              "face",
              (config, banks) -> new FaceDetector(new Faces(model(config, "face"), THREADS))),
          new Entry("fingerprint", (config, banks) -> new FingerprintDetector(banks)),
          new Entry("marks", (config, banks) -> new MarksDetector()),
          new Entry("provenance", (config, banks) -> provenance(config)));

  private Detectors() {}

  /** Ids of all detectors, sorted. */
  public static List<String> ids() {
    return ALL.stream().map(Entry::id).toList();
  }

  /**
   * Makes the detector of this id. If its model is missing or altered, the detector that comes back
   * abstains on every item and says why: an item is never taken for clean because a part is
   * missing.
   *
   * @throws IllegalArgumentException if there is no such detector
   */
  public static Detector make(String id, Config config, List<HashBank> banks) {
    Entry entry =
        ALL.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no detector '" + id + "'"));
    try {
      return entry.maker().make(config, banks);
    } catch (IOException unusable) {
      return new UnavailableDetector(id, unusable.getMessage());
    }
  }

  private static ModelFolder model(Config config, String id) throws IOException {
    return new Models(config.modelsDirectory()).active(id);
  }

  private static Detector provenance(Config config) throws IOException {
    TrustLists trust = TrustLists.shipped();
    if (config.provenanceTrust().isPresent()) {
      trust = trust.with(TrustLists.read(config.provenanceTrust().get(), Profile.ALL));
    }
    return new ProvenanceDetector(new ProvenanceValidator(trust, Mode.STRICT, Clock.systemUTC()));
  }
}
