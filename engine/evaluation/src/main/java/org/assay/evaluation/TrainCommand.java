package org.assay.evaluation;

import java.util.concurrent.Callable;
import org.assay.app.command.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands in the list of commands for {@code train}, which the launcher runs in models. */
@Command(
    name = "train",
    description = "Trains a detector from labelled listings: ./assay train --help",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .println("assay: start training through the launcher: ./assay train …");
    return ExitStatus.WRONG_USAGE;
  }
}
