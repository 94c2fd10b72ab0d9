package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.media.Frame;
import org.assay.media.Media;
import org.assay.media.Raster;
import org.assay.media.Video;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.pipeline.DetectorContract;
import org.assay.signal.DetectorScore;
import org.assay.signal.Region;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceDetectorTest extends DetectorContract {
  private static final Path FILE = Path.of("sample.png");

  private static Faces faces;

  @BeforeAll
  static void load() throws Exception {
    faces = FaceModel.faces(2);
  }

  @Override
  protected Detector detector() {
    return new FaceDetector(faces);
  }

  @Override
  protected Media accepted() {
    return SampleMedia.image(FILE, DrawnFace.upright(320, 240, 160, 110, 90));
  }

  @Test
  void aDrawnFaceIsFoundWhereItIs() throws Exception {
    DetectorScore score = (DetectorScore) detector().examine(accepted()).get(0);
    assertThat(score.model()).isEqualTo("face/1");
    assertThat(score.evidence()).hasSize(1);
    Region region = (Region) score.evidence().get(0);
    assertThat(score.probability()).isEqualTo(region.score()).isGreaterThan(0.6);
    assertThat(region.left() + region.width() / 2).isBetween(140.0, 180.0);
    assertThat(region.time()).isEmpty();
    assertThat(region.points()).hasSize(6);
    double rightEye = region.points().get(Landmark.RIGHT_EYE.index()).x();
    double leftEye = region.points().get(Landmark.LEFT_EYE.index()).x();
    assertThat(rightEye).isLessThan(leftEye);
  }

  @Test
  void aPictureWithoutFacesScoresZeroWithoutEvidence() throws Exception {
    Media waves = SampleMedia.image(FILE, SampleMedia.raster(640, 480, 3));
    assertThat(detector().examine(waves))
        .containsExactly(new DetectorScore("face", "face/1", 0, List.of()));
  }

  @Test
  void regionsOfAVideoTellTheTimeOfTheirFrame() throws Exception {
    Raster empty = SampleMedia.flat(320, 240, 90);
    Video video = SampleMedia.video(FILE, empty, DrawnFace.upright(320, 240, 160, 110, 90), empty);
    DetectorScore score = (DetectorScore) detector().examine(video).get(0);
    assertThat(score.evidence())
        .isNotEmpty()
        .allSatisfy(
            evidence ->
                assertThat(((Region) evidence).time())
                    .isEqualTo(Optional.of(video.frames().get(1).time())));
  }

  @Test
  void framesOfALongVideoAreSpreadEvenly() {
    Raster[] rasters =
        Stream.generate(() -> SampleMedia.flat(4, 4, 0)).limit(100).toArray(Raster[]::new);
    List<Frame> frames = SampleMedia.video(FILE, rasters).frames();
    List<Frame> chosen = FaceDetector.spread(frames);
    assertThat(chosen).hasSize(FaceDetector.MAX_FRAMES).doesNotHaveDuplicates();
    assertThat(chosen.get(0)).isEqualTo(frames.get(0));
    assertThat(chosen.get(31).time()).isGreaterThan(frames.get(95).time());
    assertThat(FaceDetector.spread(frames.subList(0, 5))).isEqualTo(frames.subList(0, 5));
  }

  @Test
  void soundIsNotAcceptedAndRefused() throws Exception {
    Detector detector = detector();
    Media sound = SampleMedia.audio(FILE);
    assertThat(detector.accepts(sound)).isFalse();
    assertThatThrownBy(() -> detector.examine(sound)).isInstanceOf(DetectionException.class);
  }
}
