package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nu.pattern.OpenCV;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checked-in model on labelled pictures that it was neither trained nor tuned on. */
@Tag("corpus")
class AiGeneratedCorpusTest {

  @Test
  void modelRanksUnseenPictures() throws Exception {
    Path root = Path.of(System.getProperty("assay.root"));
    Path manifest = root.resolve("../shared/aigen/dev/manifest.csv").normalize();
    assumeThat(manifest).as("labelled pictures are not at " + manifest).exists();
    OpenCV.loadLocally();
    List<Listing.Item> items = Listing.read(manifest, Map.of("group", "generator_or_source"), true);
    Figures figures = Figures.of(Serving.score(root.resolve("models/ai-generated/1"), items));
    assertThat(figures.auc()).isGreaterThanOrEqualTo(0.68);
  }
}
