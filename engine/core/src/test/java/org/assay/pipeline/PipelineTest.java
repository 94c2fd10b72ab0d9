package org.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.assay.media.Document;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.media.Video;
import org.assay.signal.Abstention;
import org.assay.signal.DetectorScore;
import org.assay.signal.Signal;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final MediaItem item = SampleMedia.item(Path.of("a.png"));
  private final Decoder decoder = one -> SampleMedia.image(one.file(), SampleMedia.raster(8, 8, 1));

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  @Test
  void signalsComeInDetectorOrderWhateverTheScheduling() throws Exception {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    Detector slow =
        fake(
            "slow",
            media -> {
              secondIsDone.await();
              return List.of(score("slow"));
            });
    Detector quick =
        fake(
            "quick",
            media -> {
              secondIsDone.countDown();
              return List.of(score("quick"));
            });
    assertThat(pipeline(Duration.ofMinutes(1), slow, quick).examine(item).signals())
        .containsExactly(score("slow"), score("quick"));
  }

  @Test
  void detectorThatOverrunsAbstainsAndTheOthersStillSpeak() throws Exception {
    Detector stuck =
        fake(
            "stuck",
            media -> {
              new CountDownLatch(1).await();
              return List.of();
            });
    Detector quick = fake("quick", media -> List.of(score("quick")));
    assertThat(pipeline(Duration.ofMillis(1500), stuck, quick).examine(item).signals())
        .containsExactly(new Abstention("stuck", "ran over the budget of 1500 ms"), score("quick"));
  }

  @Test
  void detectorThatFailsAbstainsWithItsReason() throws Exception {
    Detector refusing =
        fake(
            "refusing",
            media -> {
              throw new DetectionException("face too small: 41 of 90 pixels");
            });
    Detector broken =
        fake(
            "broken",
            media -> {
              throw new IllegalStateException("no model");
            });
    assertThat(pipeline(Duration.ofMinutes(1), refusing, broken).examine(item).signals())
        .containsExactly(
            new Abstention("refusing", "face too small: 41 of 90 pixels"),
            new Abstention("broken", "failed: java.lang.IllegalStateException: no model"));
  }

  @Test
  void errorOfTheMachineIsNotTurnedIntoAnAbstention() {
    Detector exhausted =
        fake(
            "exhausted",
            media -> {
              throw new OutOfMemoryError("by design");
            });
    assertThatThrownBy(() -> pipeline(Duration.ofMinutes(1), exhausted).examine(item))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void detectorThatDoesNotAcceptTheMediaIsNotAsked() throws Exception {
    Detector videoOnly =
        new FakeDetector(
            "video-only", media -> media instanceof Video, media -> List.of(score("video-only")));
    assertThat(pipeline(Duration.ofMinutes(1), videoOnly).examine(item).signals()).isEmpty();
  }

  @Test
  void damageOfTheFileIsOnRecord() throws Exception {
    Decoder damaged = one -> new Document(one, MediaType.PDF, List.of("cut off at byte 12"));
    Pipeline pipeline =
        new Pipeline(damaged, List.of(), workers, Duration.ofSeconds(1), StageTimer.NONE);
    assertThat(pipeline.examine(item).signals())
        .containsExactly(new Abstention("decoding", "cut off at byte 12"));
  }

  @Test
  void itemThatCannotBeDecodedIsAnErrorWithItsMessage() {
    Decoder refusing =
        one -> {
          throw new MediaException("no known format: starts with 00 01");
        };
    Pipeline pipeline =
        new Pipeline(refusing, List.of(), workers, Duration.ofSeconds(1), StageTimer.NONE);
    assertThatThrownBy(() -> pipeline.examine(item))
        .isInstanceOf(MediaException.class)
        .hasMessage("no known format: starts with 00 01");
  }

  @Test
  void everyStageIsTimed() throws Exception {
    List<String> stages = Collections.synchronizedList(new ArrayList<>());
    Pipeline pipeline =
        new Pipeline(
            decoder,
            List.of(fake("quick", media -> List.of())),
            workers,
            Duration.ofMinutes(1),
            (stage, elapsed) -> stages.add(stage));
    pipeline.examine(item);
    assertThat(stages).containsExactly("decoding", "quick");
  }

  @Test
  void twoDetectorsOfOneNameAreRefused() {
    Detector one = fake("same", media -> List.of());
    assertThatThrownBy(() -> pipeline(Duration.ofSeconds(1), one, one))
        .hasMessage("two detectors share the id same");
  }

  private Pipeline pipeline(Duration budget, Detector... detectors) {
    return new Pipeline(decoder, List.of(detectors), workers, budget, StageTimer.NONE);
  }

  private static Signal score(String detector) {
    return new DetectorScore(detector, detector + "/1", 0.5, List.of());
  }

  private static Detector fake(String id, Answer answer) {
    return new FakeDetector(id, media -> true, answer);
  }

  private interface Answer {
    List<Signal> of(Media media) throws DetectionException, InterruptedException;
  }

  private record FakeDetector(String id, Predicate<Media> accepting, Answer answer)
      implements Detector {
    @Override
    public boolean accepts(Media media) {
      return accepting.test(media);
    }

    @Override
    public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
      return answer.of(media);
    }
  }
}
