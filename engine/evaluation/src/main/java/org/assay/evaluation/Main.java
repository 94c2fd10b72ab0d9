package org.assay.evaluation;

import org.assay.app.command.Assay;
import org.assay.app.command.Surroundings;
import picocli.CommandLine;

/** The program as the launcher starts it: all commands of app, and those that need datasets. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
  }

  /** Every command but {@code train}, which the launcher runs in models. */
  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line = Assay.commandLine(surroundings);
    line.addSubcommand(new DemoCommand(surroundings));
    line.addSubcommand(new BenchCommand(surroundings));
    line.addSubcommand(new TrainCommand());
    return Assay.settle(line);
  }
}
