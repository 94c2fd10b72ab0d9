package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.detection.Calibration;
import org.assay.detection.OnnxModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deeplearning4j is the oracle of what ONNX Runtime serves. */
class OnnxExportTest {
  private static final int SIZE = 30;
  private static final Settings SETTINGS = new Settings(3, 2, 2048, 2, 12, 6, 5e-3, 1e-3);

  @TempDir Path folder;

  @Test
  void onnxRuntimeGivesWhatDeeplearning4jGivesAfterTraining() throws Exception {
    List<Picture> pictures = pictures(new Random(6));
    Training training = trained(pictures);
    List<float[]> tiles = new ArrayList<>();
    pictures.forEach(picture -> tiles.addAll(picture.original()));
    // Values far outside what training saw must be clipped alike.
    tiles.add(filled(1e6f));
    tiles.add(filled(-1e6f));

    double[] expected = training.scores(tiles);
    float[] found = served(training, tiles);

    // A network that learned nothing, or whose answers are all 0 or 1, would prove little.
    double[] magnitudes = Arrays.stream(expected).map(Math::abs).sorted().toArray();
    assertThat(magnitudes[magnitudes.length / 2]).isBetween(0.05, 10.0);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = 1e-5 * Math.max(1, Math.abs(expected[i]));
      assertThat((double) found[i]).isCloseTo(expected[i], within(tolerance));
    }
  }

  @Test
  void rawScoresAreTheOnesBehindTheNetworksOwnAnswer() {
    List<Picture> pictures = pictures(new Random(6));
    DenseNetwork member = trained(pictures).members().get(0);
    List<float[]> tiles = pictures.get(0).original();
    double[] raw = member.scores(tiles);
    double[] own = member.probabilities(tiles);
    for (int i = 0; i < raw.length; i++) {
      assertThat(new Calibration(1, 0).probability(raw[i])).isCloseTo(own[i], within(1e-5));
    }
  }

  @Test
  void sameSeedGivesTheSameNetwork() {
    List<Picture> pictures = pictures(new Random(6));
    List<float[]> tiles = pictures.get(1).original();
    assertThat(trained(pictures).scores(tiles)).containsExactly(trained(pictures).scores(tiles));
  }

  private float[] served(Training training, List<float[]> tiles) throws Exception {
    Path file = folder.resolve("model.onnx");
    Files.write(file, OnnxExport.of(training.standardisation(), training.members()));
    FloatBuffer rows = FloatBuffer.allocate(SIZE * tiles.size());
    tiles.forEach(rows::put);
    try (OnnxModel model = OnnxModel.load(file, 1, -1, SIZE)) {
      return model.run(rows.flip(), tiles.size(), SIZE);
    }
  }

  private static Training trained(List<Picture> pictures) {
    return Training.run(pictures, SETTINGS, 2);
  }

  private static List<Picture> pictures(Random random) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean positive = i % 2 == 0;
      List<float[]> tiles = new ArrayList<>();
      for (int t = 0; t < 3; t++) {
        float[] tile = filled(0);
        for (int v = 0; v < SIZE; v++) {
          tile[v] = (float) (10 * v + (v + 1) * (random.nextGaussian() + (positive ? 0.7 : 0)));
        }
        tiles.add(tile);
      }
      String group = (positive ? "made " : "real ") + i % 4;
      pictures.add(
          new Picture(new Listing.Item(Path.of("x"), positive, group, ""), tiles, List.of()));
    }
    return pictures;
  }

  private static float[] filled(float value) {
    float[] tile = new float[SIZE];
    Arrays.fill(tile, value);
    return tile;
  }
}
