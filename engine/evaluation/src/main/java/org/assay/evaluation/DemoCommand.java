package org.assay.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.app.Config;
import org.assay.app.ConfigKey;
import org.assay.app.WorkerService;
import org.assay.app.command.ExitStatus;
import org.assay.app.command.Inputs;
import org.assay.app.command.ProgressBar;
import org.assay.app.command.Surroundings;
import org.assay.app.command.Text;
import org.assay.app.intake.Intake;
import org.assay.app.json.ContextJson;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.JobState;
import org.assay.app.queue.ParkedJob;
import org.assay.app.store.DecidedCase;
import org.assay.datasets.sample.Sample;
import org.assay.datasets.sample.SampleSet;
import org.assay.decision.Ruling;
import org.assay.media.MediaItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first thing a new user sees: sample media through queue and worker, and what was decided. */
@Command(
    name = "demo",
    description = "Makes sample media, runs it through queue and worker and shows the decisions.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay demo",
      "  ./assay demo --keep demo        keeps the media and the data directory to look at"
    })
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 7;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TEXT_COLUMNS = 118;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Where to keep media and data; otherwise they are removed at the end.")
  private Path keep;

  @Option(names = "--picture", hidden = true, description = "Also draws the output as SVG.")
  private Path picture;

  private final Surroundings surroundings;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = keep == null ? Files.createTempDirectory("assay-demo") : keep;
    try {
      return run(folder);
    } finally {
      if (keep == null) {
        remove(folder);
      }
    }
  }

  private int run(Path folder) throws Exception {
    Config config = config(folder.resolve("data"));
    List<Sample> samples = SampleSet.write(folder.resolve("media"), SEED);
    Intake intake = new Intake(config.dataDirectory(), config.maxFileBytes());
    Map<String, MediaItem> items = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(List.of("$ ./assay demo"));
    try (WorkerService service = WorkerService.open(config)) {
      for (Sample sample : samples) {
        items.put(sample.fileName(), item(intake, folder, sample));
      }
      service.queue().submit(List.copyOf(items.values()), JobQueue.NORMAL_PRIORITY);
      service.start();
      await(service, samples.size());
      for (Sample sample : samples) {
        lines.addAll(describe(service, sample, items.get(sample.fileName())));
      }
    }
    lines.add("");
    lines.add("Your own files: ./assay scan FILE…     The rules behind this: rules/");
    lines.stream().skip(1).forEach(surroundings.out()::println);
    if (keep != null) {
      surroundings.out().println("Kept: " + keep);
    }
    if (picture != null) {
      Files.writeString(picture, TerminalPicture.of(lines));
    }
    return ExitStatus.DONE;
  }

  /** One thread, so that a repost is examined after the picture it repeats. */
  private Config config(Path data) throws Exception {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    environment.put(ConfigKey.DATA_DIRECTORY.variable(), data.toAbsolutePath().toString());
    environment.put(ConfigKey.WORKERS.variable(), "1");
    environment.put(ConfigKey.METRICS_PORT.variable(), "0");
    environment.put(ConfigKey.WEBHOOK_URL.variable(), "");
    return Config.read(surroundings.home(), Optional.empty(), environment);
  }

  private static MediaItem item(Intake intake, Path folder, Sample sample) throws IOException {
    Path file = folder.resolve("media").resolve(sample.fileName());
    Path context = file.resolveSibling(sample.fileName() + Inputs.CONTEXT_SUFFIX);
    return intake.take(file, sample.fileName(), ContextJson.readFile(context));
  }

  private void await(WorkerService service, int items) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (ProgressBar bar =
        new ProgressBar(surroundings.err(), surroundings.errIsTerminal(), "items", items)) {
      long ended = 0;
      while (ended < items) {
        Map<JobState, Long> counts = service.queue().counts();
        long now = counts.get(JobState.DONE) + counts.get(JobState.PARKED);
        for (; ended < now; ended++) {
          bar.step();
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("the worker did not finish within " + PATIENCE);
        }
        Thread.sleep(50);
      }
    }
  }

  private static List<String> describe(WorkerService service, Sample sample, MediaItem item)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(sample.fileName() + "  (" + sample.what() + ")");
    Optional<DecidedCase> decided = service.cases().find(item.id());
    if (decided.isEmpty()) {
      String cause =
          service.queue().parked(100).stream()
              .filter(job -> job.item().id().equals(item.id()))
              .map(ParkedJob::cause)
              .findFirst()
              .orElse("not decided");
      lines.addAll(wrap("   ERROR   ", cause + "; parked for the operator"));
      return lines;
    }
    List<Ruling> rulings =
        decided.get().decision().orderedRulings().stream().filter(r -> !r.shadow()).toList();
    if (rulings.isEmpty()) {
      lines.add("   ALLOW   no rule applies");
    }
    for (Ruling ruling : rulings) {
      String labels = ruling.labels().stream().sorted().collect(Collectors.joining(", "));
      lines.addAll(
          wrap(
              "   %-7s ".formatted(ruling.verdict()),
              "%s%s [%s]"
                  .formatted(
                      ruling.because(),
                      labels.isEmpty() ? "" : " Label: " + labels + ".",
                      ruling.policy())));
    }
    return lines;
  }

  private static List<String> wrap(String head, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    for (String word : Text.clean(text).split(" ", -1)) {
      if (line.length() + word.length() + 1 > TEXT_COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(head.length()));
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
