package org.assay.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.assay.detection.statistics.PictureStatistics;
import org.assay.media.Media;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.pipeline.DetectorContract;
import org.assay.signal.DetectorScore;
import org.assay.signal.Region;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AiGeneratedDetectorTest extends DetectorContract {
  @TempDir Path models;
  private AiGeneratedDetector opened;

  @Override
  protected Detector detector() throws Exception {
    float[] weights = new float[new PictureStatistics().size()];
    weights[0] = 1;
    opened = AiGeneratedDetector.load(model(weights, PictureStatistics.VERSION, "0.5"));
    return opened;
  }

  @AfterEach
  void closes() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void scoreIsCalibratedAndShowsItsTiles() throws Exception {
    Media media = SampleMedia.image(models, SampleMedia.raster(320, 240, 7));
    DetectorScore score = (DetectorScore) detector().examine(media).get(0);
    assertThat(score.model()).isEqualTo("ai-generated/1");
    assertThat(score.evidence()).isNotEmpty().allMatch(Region.class::isInstance);
    List<Double> tiles =
        score.evidence().stream().map(tile -> ((Region) tile).score()).sorted().toList();
    assertThat(score.probability()).isBetween(tiles.get(0), tiles.get(tiles.size() - 1));
  }

  @Test
  void smallFlatAndMovingPicturesAreRefusedWithAReason() throws Exception {
    Detector detector = detector();
    assertRefused(
        detector, SampleMedia.image(models, SampleMedia.raster(127, 400, 1)), "127 of 128");
    assertRefused(detector, SampleMedia.image(models, SampleMedia.flat(300, 300, 9)), "flat");
    assertRefused(
        detector, SampleMedia.video(models, SampleMedia.raster(320, 240, 1)), "still pictures");
    assertThat(detector.accepts(SampleMedia.audio(models))).isFalse();
  }

  @Test
  void modelOfOtherStatisticsOrWithoutCalibrationIsRefused() throws Exception {
    float[] weights = new float[new PictureStatistics().size()];
    ModelFolder older = model(weights, "0", "0.5");
    assertThatThrownBy(() -> AiGeneratedDetector.load(older))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("statistics '0', expected '" + PictureStatistics.VERSION + "'");
    for (String slope : List.of("null", "-1")) {
      ModelFolder uncalibrated = model(weights, PictureStatistics.VERSION, slope);
      assertThatThrownBy(() -> AiGeneratedDetector.load(uncalibrated))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("slope");
    }
    ModelFolder narrow = model(new float[3], PictureStatistics.VERSION, "1");
    assertThatThrownBy(() -> AiGeneratedDetector.load(narrow)).isInstanceOf(IOException.class);
  }

  private ModelFolder model(float[] weights, String statistics, String slope) throws Exception {
    byte[] network = TinyOnnx.product(weights);
    Files.write(models.resolve("model.onnx"), network);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network));
    Files.writeString(
        models.resolve("model.json"),
        """
        {"detector": "ai-generated", "version": "1", "statistics": "%s",
         "files": {"network": {"path": "model.onnx", "sha256": "%s"}},
         "calibration": {"slope": %s, "intercept": 0.1}}
        """
            .formatted(statistics, hash, slope));
    return ModelFolder.read(models);
  }

  private static void assertRefused(Detector detector, Media media, String reason) {
    assertThatThrownBy(() -> detector.examine(media))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining(reason);
  }
}
