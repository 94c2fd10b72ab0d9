package org.assay.app.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of every command that goes over files. */
final class InputOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files; a folder means all files below it, - reads paths from standard input.")
  private List<String> paths;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  /** Every file, in order. */
  List<String> files(Surroundings surroundings) throws IOException {
    return Inputs.expand(paths, surroundings.in());
  }

  /** Goes over the files. */
  InputRun run(Surroundings surroundings, int threads) {
    return new InputRun(surroundings, threads, json);
  }
}
