package org.assay.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.media.Sha256;

/**
 * One version of one model: {@code models/<detector>/<version>/model.json} and the weight files
 * that it names, each with its SHA-256.
 *
 * <pre>{@code
 * {"detector": "face", "version": "1",
 *  "files": {"short": {"path": "node_modules/…/short.tflite", "sha256": "…"}},
 *  …further keys are the detector's own…}
 * }</pre>
 */
public final class ModelFolder {
  private static final long MAX_FILE_BYTES = 1L << 30;

  private final Path folder;
  private final JsonNode description;

  private ModelFolder(Path folder, JsonNode description) {
    this.folder = folder;
    this.description = description;
  }

  /**
   * Reads {@code model.json}; weight files are only looked at by {@link #file}.
   *
   * @throws IOException if it is missing, is no JSON or lacks a key
   */
  public static ModelFolder read(Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    if (!Files.isRegularFile(file)) {
      throw new IOException("no model at " + folder + ": model.json is missing");
    }
    ModelFolder model = new ModelFolder(folder, new ObjectMapper().readTree(file.toFile()));
    model.text("detector");
    model.text("version");
    return model;
  }

  /** Where it lies. */
  public Path folder() {
    return folder;
  }

  /** Name and version as signals carry them, such as {@code face/1}. */
  public String id() {
    return description.path("detector").asText() + "/" + description.path("version").asText();
  }

  /** The whole of {@code model.json}, for the keys that are the detector's own. */
  public JsonNode description() {
    return description;
  }

  /**
   * Gives the path of a weight file after checking that it is the file the model was made of.
   *
   * @param name key below {@code files}
   * @throws IOException if the file is not described, is missing or has another SHA-256
   */
  public Path file(String name) throws IOException {
    JsonNode entry = description.path("files").path(name);
    if (!entry.hasNonNull("path") || !entry.hasNonNull("sha256")) {
      throw new IOException(
          "%s: model.json describes no file '%s' with path and sha256".formatted(id(), name));
    }
    Path file = folder.resolve(entry.path("path").asText()).normalize();
    if (!Files.isRegularFile(file)) {
      throw new IOException("%s: weights are missing: %s".formatted(id(), file));
    }
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException(
          "%s: %s holds %d bytes, more than the limit of %d"
              .formatted(id(), file, Files.size(file), MAX_FILE_BYTES));
    }
    String expected = entry.path("sha256").asText();
    String found = Sha256.of(file);
    if (!found.equals(expected)) {
      throw new IOException(
          "%s: %s has SHA-256 %s, expected %s".formatted(id(), file, found, expected));
    }
    return file;
  }

  private String text(String key) throws IOException {
    if (!description.hasNonNull(key)) {
      throw new IOException("%s: model.json has no '%s'".formatted(folder, key));
    }
    return description.path(key).asText();
  }
}
