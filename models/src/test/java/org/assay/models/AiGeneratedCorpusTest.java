package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nu.pattern.OpenCV;
import org.assay.media.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checked-in model on labelled pictures that it was neither trained nor tuned on. */
@Tag("corpus")
class AiGeneratedCorpusTest {

  private final Path root = Path.of(System.getProperty("assay.root"));
  private final Path model = root.resolve("models/ai-generated/1");
  private final Path manifest = root.resolve("../shared/aigen/dev/manifest.csv").normalize();

  @BeforeEach
  void needsTheManifest() {
    assumeThat(manifest).as("labelled pictures are not at " + manifest).exists();
  }

  @Test
  void evaluationOfAllUnseenPicturesReachesItsGoal() throws Exception {
    JsonNode evaluation = new ObjectMapper().readTree(model.resolve("evaluation.json").toFile());
    JsonNode figures = evaluation.path("test").path(Sha256.of(Files.readAllBytes(manifest)));
    assertThat(figures.path("auc").asDouble()).isGreaterThanOrEqualTo(0.68);
  }

  /** A sixth of the pictures, for speed, hence the wider margin. */
  @Test
  void servedModelRanksASampleOfThemAsEvaluated() throws Exception {
    OpenCV.loadLocally();
    List<Listing.Item> items = Listing.read(manifest, Map.of("group", "generator_or_source"), true);
    List<Listing.Item> sample =
        IntStream.range(0, items.size()).filter(i -> i % 6 == 0).mapToObj(items::get).toList();
    assertThat(Figures.of(Serving.score(model, sample)).auc()).isBetween(0.62, 0.85);
  }
}
