package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.detection.ModelFolder;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacesTest {
  @TempDir Path folder;

  @Test
  void manyThreadsOnFewNetworksGetTheSameAnswers() throws Exception {
    Faces faces = FaceModel.faces(2);
    List<Raster> rasters = new ArrayList<>();
    List<List<Face>> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rasters.add(DrawnFace.upright(200 + 40 * i, 220, 100, 100 + 5 * i, 60 + 5 * i));
      expected.add(faces.find(rasters.get(i)));
    }
    assertThat(expected).noneMatch(List::isEmpty).doesNotHaveDuplicates();
    List<Callable<List<Face>>> tasks = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Raster raster = rasters.get(i % 4);
      tasks.add(() -> faces.find(raster));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<List<Face>>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(expected.get(i % 4));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anInterruptEndsTheSearchAndTheNetworksAreGivenBack() throws Exception {
    Faces faces = FaceModel.faces(1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> faces.find(SampleMedia.flat(64, 64, 1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(faces.find(SampleMedia.flat(64, 64, 1))).isEmpty();
  }

  @Test
  void aFaceThatWasCutOutIsFoundAgainInTheMiddleWithLevelEyes() throws Exception {
    Faces faces = FaceModel.faces(1);
    Raster picture = DrawnFace.upright(400, 300, 250, 120, 70);
    List<Face> found = faces.find(picture);
    assertThat(found).hasSize(1);
    List<Raster> crops = faces.crops(picture, found, 2, 160);
    assertThat(crops).hasSize(1);
    assertThat(crops.get(0).widthPixels()).isEqualTo(160);
    Face again = faces.find(crops.get(0)).get(0);
    assertThat(again.centre().x()).isBetween(70.0, 90.0);
    assertThat(again.centre().y()).isBetween(70.0, 90.0);
    assertThat(again.rollRadians()).isBetween(-0.1, 0.1);
  }

  @Test
  void cropsOfNoOrEndlessSizeAreRefused() throws Exception {
    Faces faces = FaceModel.faces(1);
    Raster picture = SampleMedia.flat(64, 64, 1);
    assertThatThrownBy(() -> faces.crops(picture, List.of(), 0, 160))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> faces.crops(picture, List.of(), 2, 100_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingWeightsSayHowToFetchThem() throws Exception {
    Files.copy(FaceModel.FOLDER.resolve("model.json"), folder.resolve("model.json"));
    assertThatThrownBy(() -> new Faces(ModelFolder.read(folder), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("short_range.tflite")
        .hasMessageContaining("npm ci");
  }

  @Test
  void alteredWeightsAreRefused() throws Exception {
    ModelFolder original = ModelFolder.read(FaceModel.FOLDER);
    Path json = Files.copy(FaceModel.FOLDER.resolve("model.json"), folder.resolve("model.json"));
    for (String name : List.of("short-range", "full-range")) {
      Path from = original.file(name);
      Path to = folder.resolve(FaceModel.FOLDER.toAbsolutePath().relativize(from.toAbsolutePath()));
      Files.createDirectories(to.getParent());
      byte[] weights = Files.readAllBytes(from);
      weights[weights.length / 2] ^= 1;
      Files.write(to, weights);
    }
    assertThatThrownBy(() -> new Faces(ModelFolder.read(json.getParent()), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHA-256")
        .hasMessageContaining("npm ci");
  }

  @Test
  void aModelWithoutCalibrationIsRefused() throws Exception {
    String json = Files.readString(FaceModel.FOLDER.resolve("model.json"));
    Files.writeString(folder.resolve("model.json"), json.replace("\"slope\"", "\"slop\""));
    assertThatThrownBy(() -> new Faces(ModelFolder.read(folder), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("confirmation/slope");
  }

  @Test
  void noThreadAtAllIsRefused() {
    assertThatThrownBy(() -> FaceModel.faces(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
