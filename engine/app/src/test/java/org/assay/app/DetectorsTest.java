package org.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.media.Context;
import org.assay.media.Document;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorsTest {
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));

  @TempDir Path folder;

  @Test
  void listIsSortedAndEachDetectorHasItsPage() {
    assertThat(Detectors.ids()).isSorted().doesNotHaveDuplicates();
    for (String id : Detectors.ids()) {
      assertThat(ROOT.resolve("docs/detectors/" + id + ".md")).isRegularFile();
    }
  }

  @Test
  void eachDetectorBearsTheIdItIsListedUnderAndItsModelIsThere() throws Exception {
    Config config = Config.read(ROOT, Optional.empty(), Map.of());
    for (String id : Detectors.ids()) {
      Detector detector = Detectors.make(id, config, List.of());
      assertThat(detector.id()).isEqualTo(id);
      assertThat(detector).isNotInstanceOf(UnavailableDetector.class);
      if (detector instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  @Test
  void detectorWithoutItsModelAbstainsOnEveryItemAndSaysWhy() throws Exception {
    Files.writeString(folder.resolve(Models.ACTIVE), "face = 9\n");
    Config config =
        Config.read(ROOT, Optional.empty(), Map.of("ASSAY_MODELS_DIRECTORY", folder.toString()));
    Detector detector = Detectors.make("face", config, List.of());
    Document media =
        new Document(
            new MediaItem("a", "a", folder.resolve("a"), Context.NONE), MediaType.PDF, List.of());
    assertThat(detector.accepts(media)).isTrue();
    assertThatThrownBy(() -> detector.examine(media))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining("not available: no model at")
        .hasMessageContaining("model.json is missing");
  }

  @Test
  void versionThatIsNotNamedIsNotUsed() throws Exception {
    Files.writeString(folder.resolve(Models.ACTIVE), "face = 1\n");
    assertThatThrownBy(() -> new Models(folder).active("ai-generated"))
        .hasMessageContaining("names no version of 'ai-generated'");
  }
}
