package org.assay.app;

import java.io.IOException;
import java.util.List;
import org.assay.detection.AiGeneratedDetector;
import org.assay.detection.face.FaceDetector;
import org.assay.detection.face.Faces;
import org.assay.matching.FingerprintDetector;
import org.assay.matching.bank.HashBank;
import org.assay.pipeline.Detector;
import org.assay.provenance.ProvenanceDetector;
import org.assay.provenance.mark.MarksDetector;

/** The detectors of the engine. To add one, add its line to the sorted list. */
public final class Detectors {

  /** Makes one detector; may read weights. */
  @FunctionalInterface
  interface Maker {
    Detector make(Models models, List<HashBank> banks) throws IOException;
  }

  private record Entry(String id, Maker maker) {}

  // How many items may be in one detector at the same time; more wait.
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  // Sorted by id.
  private static final List<Entry> ALL =
      List.of(
          new Entry(
              "ai-generated", (m, banks) -> AiGeneratedDetector.load(m.active("ai-generated"))),
          new Entry("face", (m, banks) -> new FaceDetector(new Faces(m.active("face"), THREADS))),
          new Entry("fingerprint", (m, banks) -> new FingerprintDetector(banks)),
          new Entry("marks", (m, banks) -> new MarksDetector()),
          new Entry("provenance", (m, banks) -> new ProvenanceDetector()));

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
  public static Detector make(String id, Models models, List<HashBank> banks) {
    Entry entry =
        ALL.stream()
            .filter(candidate -> candidate.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no detector '" + id + "'"));
    try {
      return entry.maker().make(models, banks);
    } catch (IOException unusable) {
      return new UnavailableDetector(id, unusable.getMessage());
    }
  }
}
