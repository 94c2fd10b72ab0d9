package org.assay.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.detection.AiGeneratedDetector;
import org.assay.detection.statistics.PictureStatistics;
import org.assay.media.Sha256;

/** Writes the files of a model version folder. */
final class ModelVersion {
  private static final String NETWORK = "model.onnx";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  /**
   * Takes an empty or new folder; its name is the version.
   *
   * @throws IOException if a model is there already: a version never changes
   */
  ModelVersion(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    if (Files.exists(this.folder.resolve("model.json"))) {
      throw new IOException(this.folder + " holds a model already; name a new version");
    }
    Files.createDirectories(this.folder);
  }

  /** Writes {@code model.onnx} and {@code model.json}, which is enough for the detector to load. */
  void writeModel(Training training, Settings settings, List<Path> listings, int pictures)
      throws IOException {
    byte[] network = OnnxExport.of(training.standardisation(), training.members());
    Files.write(folder.resolve(NETWORK), network);
    ObjectNode model = JSON.createObjectNode();
    model.put("detector", AiGeneratedDetector.ID);
    model.put("version", folder.getFileName().toString());
    model
        .putObject("files")
        .putObject("network")
        .put("path", NETWORK)
        .put("sha256", Sha256.of(network));
    model.put("statistics", PictureStatistics.VERSION);
    model.set("input", tensor(OnnxExport.INPUT, training.standardisation().mean().length));
    model.set("output", tensor(OnnxExport.OUTPUT, 1));
    model
        .putObject("calibration")
        .put("method", "Platt, on grouped cross-validation, both classes weighing the same")
        .put("slope", training.validation().calibration().slope())
        .put("intercept", training.validation().calibration().intercept());
    ObjectNode how = model.putObject("training");
    how.set("settings", JSON.valueToTree(settings));
    how.put("epochsUsed", training.validation().epochs());
    how.put("pictures", pictures);
    ArrayNode hashes = how.putArray("listings");
    for (Path listing : listings) {
      hashes.addObject().put("sha256", Sha256.of(Files.readAllBytes(listing)));
    }
    write("model.json", model);
  }

  /** Writes {@code evaluation.json}. */
  void writeEvaluation(Evaluation evaluation) throws IOException {
    write("evaluation.json", evaluation.json(JSON));
  }

  /** Writes {@code CARD.md}. */
  void writeCard(String card) throws IOException {
    Files.writeString(folder.resolve("CARD.md"), card);
  }

  /** Where it lies. */
  Path folder() {
    return folder;
  }

  private static ObjectNode tensor(String name, int columns) {
    ObjectNode tensor = JSON.createObjectNode().put("name", name).put("type", "float32");
    tensor.putArray("shape").add(-1).add(columns);
    return tensor;
  }

  private void write(String name, ObjectNode content) throws IOException {
    Files.writeString(folder.resolve(name), JSON.writeValueAsString(content) + "\n");
  }
}
