package org.assay.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assay.pipeline.DetectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
  @TempDir Path folder;

  @Test
  void runsABatch() throws Exception {
    try (OnnxModel model = OnnxModel.load(product(2, 3), 1, -1, 2)) {
      FloatBuffer rows = FloatBuffer.wrap(new float[] {1, 0, 0, 1, 1, 1});
      assertThat(model.run(rows, 3, 2)).containsExactly(2, 3, 5);
    }
  }

  @Test
  void otherInputShapeIsRefused() throws Exception {
    Path file = product(2, 3);
    assertThatThrownBy(() -> OnnxModel.load(file, 1, -1, 7))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected shape [-1, 7]");
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    byte[] whole = Files.readAllBytes(product(2, 3));
    for (int length = 0; length < whole.length; length++) {
      Path cut = folder.resolve("cut.onnx");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> OnnxModel.load(cut, 1, -1, 2)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void valuesThatDoNotFitAreADetectionFailure() throws Exception {
    try (OnnxModel model = OnnxModel.load(product(2, 3), 1, -1, 2)) {
      assertThatThrownBy(() -> model.run(FloatBuffer.wrap(new float[3]), 1, 3))
          .isInstanceOf(DetectionException.class);
    }
  }

  private Path product(float... weights) throws IOException {
    return Files.write(folder.resolve("product.onnx"), TinyOnnx.product(weights));
  }
}
