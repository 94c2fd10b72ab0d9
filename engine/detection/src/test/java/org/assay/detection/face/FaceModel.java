package org.assay.detection.face;

import java.io.IOException;
import java.nio.file.Path;
import org.assay.detection.ModelFolder;

/** The model of this project, whose weights the build fetches. */
final class FaceModel {
  static final Path FOLDER = Path.of(System.getProperty("assay.root"), "models", "face", "1");

  private FaceModel() {}

  static Faces faces(int threads) throws IOException {
    return new Faces(ModelFolder.read(FOLDER), threads);
  }
}
