package org.assay.models;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of {@code assay train}: one subcommand a detector. */
@Command(
    name = "assay train",
    description = "Trains a detector and writes a model version; never activates it.",
    mixinStandardHelpOptions = true,
    subcommands = TrainAiGenerated.class,
    synopsisSubcommandLabel = "DETECTOR")
public final class Main {
  private Main() {}

  /** Exits with 0 when done, 1 when training failed, 2 on wrong usage. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for {@link #main} and for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
  }

  /** One line for what the user can mend; anything else is a defect and keeps its trace. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
    if (failure instanceof IOException || failure instanceof IllegalArgumentException) {
      command.getErr().println(failure.getMessage());
      return 1;
    }
    throw failure;
  }
}
