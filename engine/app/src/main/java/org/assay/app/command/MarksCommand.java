package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.json.Json;
import org.assay.decoding.FormatSniffer;
import org.assay.decoding.MediaDecoder;
import org.assay.media.Context;
import org.assay.media.Document;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.pipeline.DetectionException;
import org.assay.provenance.mark.MarksDetector;
import org.assay.signal.Mark;
import org.assay.signal.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** AI marks other than C2PA. */
@Command(
    name = "marks",
    description =
        "AI marks other than Content Credentials: labels, generator parameters, hidden text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay marks picture.png",
      "  ./assay marks --json folder/ | jq 'select(.aiMark)'",
      "",
      "Marks are not signed: each is a claim that anybody could have written or removed."
    })
final class MarksCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;

  private final MarksDetector detector = new MarksDetector();
  private final Surroundings surroundings;

  MarksCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    MediaDecoder decoder = Engine.decoder(config);
    return inputs
        .run(surroundings, config.workers())
        .over(inputs.files(surroundings), "files", path -> marks(decoder, path));
  }

  private Answer marks(MediaDecoder decoder, String path)
      throws MediaException, IOException, InterruptedException {
    MediaItem item = new MediaItem(path, path, Path.of(path), Context.NONE);
    List<Signal> signals;
    try {
      signals = detector.examine(media(decoder, item));
    } catch (DetectionException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
    List<Mark> marks =
        signals.stream().filter(Mark.class::isInstance).map(Mark.class::cast).toList();
    ObjectNode json = Json.object().put("path", path);
    json.put("aiMark", marks.stream().anyMatch(Mark::ai));
    ArrayNode list = json.putArray("marks");
    for (Mark mark : marks) {
      ObjectNode one = list.addObject().put("kind", mark.kind()).put("place", mark.place());
      one.put("value", mark.value()).put("strength", Json.kebab(mark.strength()));
      one.put("ai", mark.ai());
    }
    String text =
        signals.stream().map(s -> "\n  " + SignalText.of(s)).collect(Collectors.joining());
    return Answer.of(json, Text.clean(path) + (text.isEmpty() ? "\n  no marks" : text));
  }

  /** What cannot be decoded may still carry marks in its bytes. */
  private static Media media(MediaDecoder decoder, MediaItem item)
      throws MediaException, InterruptedException {
    try {
      return decoder.decode(item);
    } catch (MediaException undecodable) {
      return new Document(
          item, FormatSniffer.sniff(item.file()), List.of(undecodable.getMessage()));
    }
  }
}
