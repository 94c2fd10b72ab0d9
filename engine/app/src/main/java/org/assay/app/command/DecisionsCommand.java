package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assay.app.Config;
import org.assay.app.json.CaseJson;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.DecidedCase;
import org.assay.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the worker decided. */
@Command(
    name = "decisions",
    description = "What was decided, and why: the latest, or those of the items named.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay decisions --last 5",
      "  ./assay decisions --json 3fa4c0ffee12"
    })
final class DecisionsCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;

  @Parameters(paramLabel = "ITEM", arity = "0..*", description = "Ids of items.")
  private List<String> items = List.of();

  @Option(names = "--last", defaultValue = "20", description = "How many: ${DEFAULT-VALUE}.")
  private int last;

  @Option(names = "--json", description = "One JSON object a line, with the signals.")
  private boolean json;

  private final Surroundings surroundings;

  DecisionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    Config config = engineOptions.config(surroundings);
    try (Database database = Database.open(StoreOptions.in(config.dataDirectory()))) {
      CaseStore store = new CaseStore(database);
      if (items.isEmpty()) {
        store.recent(last).forEach(this::print);
        return ExitStatus.DONE;
      }
      return named(store);
    }
  }

  private int named(CaseStore store) throws IOException {
    int status = ExitStatus.DONE;
    for (String item : items) {
      Optional<DecidedCase> decided = store.find(item);
      if (decided.isPresent()) {
        print(decided.get());
      } else {
        surroundings.err().println("assay: no decision on item '" + Text.clean(item) + "'");
        status = ExitStatus.SOME_INPUTS_FAILED;
      }
    }
    return status;
  }

  private void print(DecidedCase decided) {
    if (json) {
      ObjectNode line = CaseJson.write(decided.examined());
      line.set("decision", DecisionJson.write(decided.decision()));
      line.put("decided", decided.decided().toString());
      surroundings.out().println(Json.print(line));
      return;
    }
    surroundings
        .out()
        .printf(
            "%s  %s  %s%n%s%n  signals%n%s%n%n",
            Text.clean(decided.examined().item().id()),
            decided.decided(),
            Text.clean(decided.examined().item().source()),
            DecisionText.of(decided.decision()),
            decided.examined().signals().stream()
                .map(signal -> "    " + SignalText.of(signal))
                .collect(Collectors.joining("\n")));
  }
}
