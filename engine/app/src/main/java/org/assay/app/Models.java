package org.assay.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.assay.detection.ModelFolder;

/**
 * The model versions on this machine: a folder a detector, a folder a version, and the file {@code
 * active.properties} that names the version in use. Training writes new versions beside the others
 * and never changes that file.
 */
public final class Models {
  /** Names the version in use of each detector: {@code face = 1}. */
  public static final String ACTIVE = "active.properties";

  private final Path folder;

  /** Reads lazily below {@code folder}. */
  public Models(Path folder) {
    this.folder = folder;
  }

  /**
   * The version in use of a detector's model.
   *
   * @throws IOException if none is named or it cannot be read
   */
  public ModelFolder active(String detector) throws IOException {
    Path file = folder.resolve(ACTIVE);
    if (!Files.isRegularFile(file)) {
      throw new IOException("no " + ACTIVE + " in the models folder " + folder);
    }
    Properties versions = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      versions.load(reader);
    }
    String version = versions.getProperty(detector);
    if (version == null) {
      throw new IOException(file + " names no version of '" + detector + "'");
    }
    return ModelFolder.read(folder.resolve(detector).resolve(version.strip()));
  }
}
