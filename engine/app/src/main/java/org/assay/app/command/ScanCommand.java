package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.app.Banks;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.StageTotals;
import org.assay.app.json.CaseJson;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole engine over files. */
@Command(
    name = "scan",
    description = "The whole engine over files: signals, rules, and a decision with its reasons.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay scan photo.jpg clip.mp4",
      "  ./assay scan --json uploads/ | jq .decision.verdict",
      "",
      "Nothing is stored. What a platform knows about a post comes by options or from a file",
      "NAME.context.json beside the media."
    })
final class ScanCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;
  @Mixin private ContextOptions context;

  @Option(names = "--timings", description = "Where the time went, on standard error at the end.")
  private boolean timings;

  private final Surroundings surroundings;

  ScanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    StageTotals totals = new StageTotals();
    long started = System.nanoTime();
    try (Engine engine = Engine.open(config, Banks.ofStore(config), totals)) {
      totals.record("start", Duration.ofNanos(System.nanoTime() - started));
      int status =
          inputs
              .run(surroundings, config.workers())
              .over(inputs.files(surroundings), "files", path -> scan(engine, totals, path));
      if (timings) {
        surroundings.err().print(totals.table());
      }
      return status;
    }
  }

  private Answer scan(Engine engine, StageTotals totals, String path)
      throws MediaException, IOException, InterruptedException {
    long started = System.nanoTime();
    Path file = Path.of(path);
    String sha256 = Sha256.of(file);
    MediaItem item = new MediaItem(path, path, file, context.of(file));
    Case examined = engine.examine(item);
    Decision decision = totals.timed("rules", () -> engine.decide(examined));
    long nanos = System.nanoTime() - started;
    totals.record(StageTotals.ITEM, Duration.ofNanos(nanos));
    return answer(path, sha256, examined, decision, nanos / 1e6);
  }

  private static Answer answer(
      String path, String sha256, Case examined, Decision decision, double millis) {
    ObjectNode json = Json.object();
    json.put("path", path).put("sha256", sha256).put("mediaType", examined.type().mime());
    json.set("signals", CaseJson.signals(examined.signals()));
    json.set("decision", DecisionJson.write(decision));
    json.put("millis", Math.round(millis * 10) / 10.0);
    String signals =
        examined.signals().stream()
            .map(signal -> "    " + SignalText.of(signal))
            .collect(Collectors.joining("\n"));
    return Answer.of(
        json,
        "%s\n%s\n  signals\n%s".formatted(Text.clean(path), DecisionText.of(decision), signals));
  }
}
