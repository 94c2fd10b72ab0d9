package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.app.Banks;
import org.assay.app.Config;
import org.assay.app.Detectors;
import org.assay.app.Engine;
import org.assay.app.json.CaseJson;
import org.assay.app.json.EvidenceJson;
import org.assay.app.json.Json;
import org.assay.decoding.MediaDecoder;
import org.assay.media.Context;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.rulebase.NearestSpelling;
import org.assay.signal.DetectorScore;
import org.assay.signal.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One detector alone. */
@Command(
    name = "detect",
    description = "One detector alone over files.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay detect --detector ai-generated photo.jpg",
      "  ./assay detect --detector face --json faces/",
      "",
      "A probability of null means that the detector abstained; 'abstained' says why."
    })
final class DetectCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;
  @Spec private CommandSpec spec;

  @Option(
      names = "--detector",
      required = true,
      paramLabel = "ID",
      description = "Which one; ./assay doctor lists them.")
  private String id;

  private final Surroundings surroundings;

  DetectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    if (!Detectors.ids().contains(id)) {
      throw new ParameterException(
          spec.commandLine(),
          "no detector '%s'; there are %s%s"
              .formatted(
                  id,
                  String.join(", ", Detectors.ids()),
                  NearestSpelling.of(id, Detectors.ids())
                      .map(nearest -> "; did you mean '" + nearest + "'?")
                      .orElse("")));
    }
    Config config = engineOptions.config(surroundings);
    Detector detector = Detectors.make(id, config, Banks.ofStore(config));
    MediaDecoder decoder = Engine.decoder(config);
    try {
      return inputs
          .run(surroundings, config.workers())
          .over(inputs.files(surroundings), "files", path -> detect(decoder, detector, path));
    } finally {
      if (detector instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  private static Answer detect(MediaDecoder decoder, Detector detector, String path)
      throws MediaException, IOException, InterruptedException {
    Media media = decoder.decode(new MediaItem(path, path, Path.of(path), Context.NONE));
    if (!detector.accepts(media)) {
      return abstained(path, detector, "does not look at " + media.type().mime());
    }
    try {
      return answer(path, detector, detector.examine(media));
    } catch (DetectionException refusal) {
      return abstained(path, detector, refusal.getMessage());
    }
  }

  private static Answer answer(String path, Detector detector, List<Signal> signals) {
    ObjectNode json = Json.object().put("path", path).put("detector", detector.id());
    signals.stream()
        .filter(DetectorScore.class::isInstance)
        .map(DetectorScore.class::cast)
        .findFirst()
        .ifPresent(
            score -> {
              json.put("model", score.model()).put("probability", score.probability());
              json.set("evidence", EvidenceJson.write(score.evidence()));
            });
    json.set("signals", CaseJson.signals(signals));
    return Answer.of(
        json,
        Text.clean(path)
            + signals.stream().map(s -> "\n  " + SignalText.of(s)).collect(Collectors.joining()));
  }

  private static Answer abstained(String path, Detector detector, String why) {
    ObjectNode json = Json.object().put("path", path).put("detector", detector.id());
    json.putNull("probability").put("abstained", why);
    return Answer.of(json, Text.clean(path) + "\n  no answer: " + Text.clean(why));
  }
}
