package org.assay.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.app.command.ExitStatus;
import org.assay.app.command.Surroundings;
import org.assay.app.json.Json;
import org.assay.rulebase.NearestSpelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The project's own benchmarks. */
@Command(
    name = "bench",
    description = "Measures how fast the parts are on this machine, each beside a baseline.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay bench",
      "  ./assay bench --json rules queue",
      "  ./assay bench credentials --files signed-photos/",
      "",
      "Figures of a shared machine are noisy; the ratio to the baseline, taken in the same run, is",
      "what to compare."
    })
final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which ones; all by default.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--list", description = "Only lists their names.")
  private boolean list;

  @Option(
      names = "--files",
      paramLabel = "FOLDER",
      description = "Files with Content Credentials, for 'credentials'; other validators need npm.")
  private Optional<Path> files = Optional.empty();

  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  BenchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    List<Benchmark> all = Benchmarks.all(surroundings, files);
    if (list) {
      all.forEach(one -> surroundings.out().println(one.name()));
      return ExitStatus.DONE;
    }
    List<String> known = all.stream().map(Benchmark::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "no benchmark '%s'; there are %s%s"
                .formatted(
                    name,
                    String.join(", ", known),
                    NearestSpelling.of(name, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("")));
      }
    }
    for (Benchmark benchmark : all) {
      if (names.isEmpty() || names.contains(benchmark.name())) {
        for (Measurement measurement : benchmark.work().run()) {
          print(measurement);
        }
      }
    }
    return ExitStatus.DONE;
  }

  private void print(Measurement measured) {
    if (json) {
      ObjectNode line = Json.object().put("name", measured.name()).put("value", measured.value());
      line.put("unit", measured.unit()).put("baseline", measured.baseline());
      line.put("ratio", measured.ratio()).put("baselineIs", measured.baselineIs());
      surroundings.out().println(Json.print(line));
    } else {
      surroundings
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-34s %12.2f %-12s %8.2f x %s (%.2f)",
                  measured.name(),
                  measured.value(),
                  measured.unit(),
                  measured.ratio(),
                  measured.baselineIs(),
                  measured.baseline()));
    }
    surroundings.out().flush();
  }
}
