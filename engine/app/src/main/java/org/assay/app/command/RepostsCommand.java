package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.json.EvidenceJson;
import org.assay.app.json.Json;
import org.assay.decoding.MediaDecoder;
import org.assay.matching.repost.MediaIndex;
import org.assay.matching.repost.Repost;
import org.assay.matching.repost.RepostIndex;
import org.assay.media.Context;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.signal.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which of some originals do some files show? */
@Command(
    name = "reposts",
    description = "Finds the originals of pictures in disguise.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay reposts --originals ours/ --queries upload.jpg",
      "  ./assay reposts --json --originals ours/ --queries - < uploads.txt",
      "",
      "Found are copies that were cropped, framed, captioned, mirrored, turned, filtered, pasted into",
      "another picture or photographed from a screen. Of a video the sampled pictures count."
    })
final class RepostsCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;

  @Option(
      names = "--originals",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Files to recognise; a folder means all files below it.")
  private List<String> originals;

  @Option(
      names = "--queries",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Files to look up; a folder means all files below it, - reads paths.")
  private List<String> queries;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  private final Surroundings surroundings;

  RepostsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    MediaDecoder decoder = Engine.decoder(config);
    List<String> known = Inputs.expand(originals, surroundings.in());
    List<String> asked = Inputs.expand(queries, surroundings.in());
    InputRun run = new InputRun(surroundings, config.workers(), json);
    try (MediaIndex index = new MediaIndex(RepostIndex.inMemory())) {
      int adding = run.quietly(known, "originals", path -> add(decoder, index, path));
      int asking = run.over(asked, "queries", path -> search(decoder, index, path));
      return Math.max(adding, asking);
    }
  }

  private static Answer add(MediaDecoder decoder, MediaIndex index, String path)
      throws MediaException, IOException, InterruptedException {
    index.add(path, decoder.decode(item(path)));
    return Answer.of(Json.object().put("path", path), "");
  }

  private static Answer search(MediaDecoder decoder, MediaIndex index, String path)
      throws MediaException, IOException, InterruptedException {
    List<MediaIndex.Match> matches = index.search(decoder.decode(item(path)));
    ObjectNode line = Json.object().put("path", path);
    ArrayNode array = line.putArray("matches");
    List<String> text = new ArrayList<>();
    text.add(Text.clean(path) + (matches.isEmpty() ? "\n  no original found" : ""));
    for (MediaIndex.Match match : matches) {
      array.add(json(match));
      text.add(text(match));
    }
    return Answer.of(line, String.join("\n", text));
  }

  private static MediaItem item(String path) {
    return new MediaItem(path, path, Path.of(path), Context.NONE);
  }

  private static ObjectNode json(MediaIndex.Match match) {
    Repost repost = match.repost();
    ObjectNode node = Json.object().put("original", match.original());
    node.put("method", repost.method().label()).put("distance", repost.distance());
    node.put("transform", repost.transform()).put("score", rounded(repost.score()));
    node.put("agreement", rounded(repost.agreement()));
    node.put("originalShare", rounded(repost.originalShare()));
    node.put("pictures", match.pictures());
    ArrayNode matrix = node.putArray("matrix");
    for (double value : repost.placement().matrix()) {
      matrix.add(value);
    }
    node.set(
        "evidence",
        EvidenceJson.write(
            List.of(
                at(repost.inQuery(), match.queryTime()),
                at(repost.inOriginal(), match.originalTime()))));
    return node;
  }

  private static Region at(Region region, Optional<Duration> time) {
    return new Region(
        region.left(),
        region.top(),
        region.width(),
        region.height(),
        region.points(),
        region.score(),
        time,
        region.note());
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  private static String text(MediaIndex.Match match) {
    Repost repost = match.repost();
    return String.format(
        Locale.ROOT,
        "  %.3f  %s  (%s, %s)",
        repost.score(),
        Text.clean(match.original()),
        repost.transform(),
        repost.method().label());
  }
}
