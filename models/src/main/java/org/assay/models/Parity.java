package org.assay.models;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.assay.detection.ModelFolder;
import org.assay.detection.OnnxModel;
import org.assay.pipeline.DetectionException;

/** Compares what ONNX Runtime serves with what Deeplearning4j trained, on real tiles. */
final class Parity {
  /** Largest difference allowed of raw scores, of scores above 1 as a share of them. */
  static final double LIMIT = 1e-5;

  private static final int TILES = 500;

  private Parity() {}

  /**
   * Runs both engines on the first tiles of the pictures.
   *
   * @return the largest difference found
   * @throws IOException if it exceeds {@link #LIMIT}: the written model must not be used
   */
  static double check(Training training, List<Picture> pictures, Path version) throws IOException {
    List<float[]> tiles =
        pictures.stream().flatMap(picture -> picture.original().stream()).limit(TILES).toList();
    int size = tiles.get(0).length;
    FloatBuffer rows = FloatBuffer.allocate(size * tiles.size());
    tiles.forEach(rows::put);
    double[] expected = training.scores(tiles);
    float[] found;
    try (OnnxModel model = OnnxModel.load(ModelFolder.read(version).file("network"), 1, -1, size)) {
      found = model.run(rows.flip(), tiles.size(), size);
    } catch (DetectionException failure) {
      throw new IOException("the exported network cannot be run: " + version, failure);
    }
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs(found[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
      worst = Math.max(worst, difference);
    }
    if (!(worst <= LIMIT)) {
      throw new IOException(
          "ONNX Runtime and Deeplearning4j differ by %s, more than %s: do not use %s"
              .formatted(worst, LIMIT, version));
    }
    return worst;
  }
}
