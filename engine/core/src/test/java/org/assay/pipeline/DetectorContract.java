package org.assay.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.Raster;
import org.assay.signal.Abstention;
import org.assay.signal.Kebab;
import org.assay.signal.Signal;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every detector promises; extend it once for each. */
public abstract class DetectorContract {
  @TempDir Path folder;

  /** A detector ready for use; called once a test. */
  protected abstract Detector detector() throws Exception;

  /** Media that the detector accepts; the default is a picture whose file holds a few bytes. */
  protected Media accepted() throws Exception {
    Path file = folder.resolve("sample.bin");
    Files.write(file, new byte[] {1, 2, 3, 4});
    return SampleMedia.image(file, SampleMedia.raster(320, 240, 7));
  }

  @Test
  void idIsInKebabCase() throws Exception {
    assertThat(Kebab.require("detector", detector().id())).isNotBlank();
  }

  @Test
  void acceptsItsSample() throws Exception {
    assertThat(detector().accepts(accepted())).isTrue();
  }

  @Test
  void everySignalBearsItsId() throws Exception {
    Detector detector = detector();
    assertThat(answer(detector, accepted()))
        .allSatisfy(signal -> assertThat(signal.detector()).isEqualTo(detector.id()));
  }

  @Test
  void sameMediaGivesSameAnswerOnManyThreads() throws Exception {
    Detector detector = detector();
    Media media = accepted();
    List<Signal> expected = answer(detector, media);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Signal>>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> answer(detector, media));
      }
      for (Future<List<Signal>> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void mediaIsNotModified() throws Exception {
    Detector detector = detector();
    if (accepted() instanceof Image image) {
      Raster raster = image.raster();
      byte[] before = raster.rgb().clone();
      answer(detector, image);
      assertThat(raster.rgb()).isEqualTo(before);
    }
  }

  @Test
  void tiniestAndFlatPicturesGetAnAnswerOrAClearRefusal() throws Exception {
    Detector detector = detector();
    Path file = folder.resolve("tiny.bin");
    Files.write(file, new byte[] {0});
    for (Raster raster :
        List.of(
            SampleMedia.flat(1, 1, 0),
            SampleMedia.flat(7, 3, 255),
            SampleMedia.flat(300, 200, 128),
            SampleMedia.raster(2000, 1, 1),
            SampleMedia.raster(1, 2000, 1))) {
      Media media = SampleMedia.image(file, raster);
      if (detector.accepts(media)) {
        answer(detector, media);
      }
    }
  }

  /** Signals, or the refusal as an abstention, as the pipeline would record it. */
  private static List<Signal> answer(Detector detector, Media media) throws InterruptedException {
    try {
      return detector.examine(media);
    } catch (DetectionException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
      return List.of(new Abstention(detector.id(), refusal.getMessage()));
    }
  }
}
