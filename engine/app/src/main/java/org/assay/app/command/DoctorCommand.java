package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.app.Config;
import org.assay.app.Detectors;
import org.assay.app.Engine;
import org.assay.app.Models;
import org.assay.app.UnavailableDetector;
import org.assay.app.json.Json;
import org.assay.app.store.Database;
import org.assay.app.store.StoreOptions;
import org.assay.decoding.OpenCv;
import org.assay.media.MediaException;
import org.assay.pipeline.Detector;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.RuleBaseException;
import org.assay.rulebase.RuleBaseLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is installed and active, what is missing, and how to get it. */
@Command(
    name = "doctor",
    description = "What is installed, which models and rules are active, what is missing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  ./assay doctor", "", "Exit status 1 if something is missing."})
final class DoctorCommand implements Callable<Integer> {

  /** One thing looked at. */
  private record Check(String what, boolean good, String found, String remedy) {}

  @FunctionalInterface
  private interface Look {
    String found() throws Exception;
  }

  @Mixin private EngineOptions engineOptions;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  private final List<Check> checks = new ArrayList<>();
  private final Surroundings surroundings;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    look("Java", "", () -> Runtime.version() + ", " + System.getProperty("java.vm.name"));
    look("memory", "", () -> (Runtime.getRuntime().maxMemory() >> 20) + " MiB of heap at most");
    look("OpenCV", "run ./assay on a platform that openpnp's OpenCV supports", OpenCv::describe);
    look(
        "FFmpeg",
        "check that the cache folder can be written",
        () -> Engine.decoder(config).ffmpeg().describe());
    detectors(config);
    look("rules", "./assay rules check", () -> rules(config));
    look("data", "restore the data directory from a copy", () -> data(config));
    print();
    return checks.stream().allMatch(Check::good) ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private void look(String what, String remedy, Look look) {
    try {
      checks.add(new Check(what, true, look.found(), ""));
    } catch (MediaException | IOException | RuleBaseException failure) {
      checks.add(new Check(what, false, Failures.describe(failure), remedy));
    } catch (Exception | LinkageError failure) {
      checks.add(new Check(what, false, failure.toString(), remedy));
    }
  }

  private void detectors(Config config) throws Exception {
    Models models = new Models(config.modelsDirectory());
    for (String id : Detectors.ids()) {
      Detector detector = Detectors.make(id, config, List.of());
      if (detector instanceof UnavailableDetector missing) {
        checks.add(
            new Check(
                "detector " + id,
                false,
                missing.reason(),
                "weights of packages come with the build: mvn -pl engine/detection -am package"));
      } else {
        checks.add(new Check("detector " + id, true, version(models, id), ""));
      }
      if (detector instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  private static String version(Models models, String id) {
    try {
      return "model " + models.active(id).id();
    } catch (IOException none) {
      return "needs no model";
    }
  }

  private static String rules(Config config) throws Exception {
    try (DroolsRuleBase rules = RuleBaseLoader.load(config.rulesDirectory())) {
      return "version %s, %d rules, in %s"
          .formatted(rules.version(), rules.rules().size(), config.rulesDirectory());
    }
  }

  private static String data(Config config) throws Exception {
    if (!Files.exists(config.dataDirectory().resolve(Database.FILE))) {
      return "nothing submitted yet; will be " + config.dataDirectory();
    }
    try (Database database = Database.open(StoreOptions.in(config.dataDirectory()))) {
      List<String> faults = database.check();
      if (!faults.isEmpty()) {
        throw new IOException(String.join("; ", faults));
      }
      return "intact: " + database.file();
    }
  }

  private void print() {
    if (json) {
      ObjectNode all = Json.object();
      ArrayNode list = all.putArray("checks");
      for (Check check : checks) {
        ObjectNode one = list.addObject().put("what", check.what()).put("good", check.good());
        one.put("found", check.found());
        if (!check.remedy().isEmpty()) {
          one.put("remedy", check.remedy());
        }
      }
      surroundings.out().println(Json.print(all));
      return;
    }
    for (Check check : checks) {
      surroundings
          .out()
          .printf(
              "%-4s %-24s %s%n",
              check.good() ? "ok" : "BAD", check.what(), Text.clean(check.found()));
      if (!check.good()) {
        surroundings.out().printf("     %-24s to mend: %s%n", "", check.remedy());
      }
    }
  }
}
