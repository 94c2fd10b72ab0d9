package org.assay.app.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world around it; tests give their own.
 *
 * @param home root of the project: where rules and models are found
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error; progress bars are drawn only then
 */
public record Surroundings(
    Path home,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** Those of this process, as the launcher describes them in system properties. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        Path.of(System.getProperty("assay.home", ".")).toAbsolutePath().normalize(),
        System.getenv(),
        System.in,
        System.out,
        System.err,
        Boolean.getBoolean("assay.terminal.out"),
        Boolean.getBoolean("assay.terminal.err"));
  }
}
