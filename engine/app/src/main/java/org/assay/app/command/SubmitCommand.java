package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assay.app.Config;
import org.assay.app.intake.Intake;
import org.assay.app.json.Json;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.Database;
import org.assay.app.store.StoreOptions;
import org.assay.media.MediaItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts items on the job queue. */
@Command(
    name = "submit",
    description = "Puts items on the job queue; ./assay worker examines them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay submit photo.jpg --account alice --caption \"summer\"",
      "  find uploads -name '*.mp4' | ./assay submit --json -",
      "",
      "The bytes are copied into the data directory. When an item's line is printed, it is on disk",
      "and on the queue. Submitting the same file for the same account again changes nothing."
    })
final class SubmitCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;
  @Mixin private ContextOptions context;

  private final Surroundings surroundings;

  SubmitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    Intake intake = new Intake(config.dataDirectory(), config.maxFileBytes());
    try (Database database = Database.open(StoreOptions.in(config.dataDirectory()))) {
      JobQueue queue = new SqliteJobQueue(database, Clock.systemUTC());
      // One thread: items are decided in the order in which they were submitted.
      return inputs
          .run(surroundings, 1)
          .over(inputs.files(surroundings), "files", path -> submit(intake, queue, path));
    }
  }

  private Answer submit(Intake intake, JobQueue queue, String path) throws IOException {
    Path file = Path.of(path);
    MediaItem item = intake.take(file, path, context.of(file));
    Set<String> accepted = queue.submit(List.of(item), JobQueue.NORMAL_PRIORITY);
    ObjectNode json = Json.object().put("path", path).put("item", item.id());
    json.put("accepted", !accepted.isEmpty());
    return Answer.of(
        json,
        "%s  %s  %s"
            .formatted(item.id(), accepted.isEmpty() ? "known   " : "accepted", Text.clean(path)));
  }
}
