package org.assay.app.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.app.ConfigException;
import org.assay.rulebase.NearestSpelling;
import org.assay.rulebase.RuleBaseException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code assay}: lists the commands and handles what all of them share. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    versionProvider = Assay.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Content moderation for deepfakes and AI slop: signals, policies and a decision with its reasons.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Start here:   ./assay demo",
      "Your files:   ./assay scan photo.jpg clip.mp4 folder/",
      "One command:  ./assay scan --help"
    })
public final class Assay implements Runnable {
  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  private Assay(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The command line with all commands of this module; others may be added before it runs. */
  public static CommandLine commandLine(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Assay(surroundings));
    commands(surroundings).forEach(line::addSubcommand);
    line.addSubcommand("completion", completion(), "generate-completion");
    return settle(line);
  }

  /** Gives all commands the same way to print and to fail; to be called when the last is added. */
  public static CommandLine settle(CommandLine line) {
    Surroundings surroundings = line.<Assay>getCommand().surroundings;
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setOut(writer(surroundings.out()));
    line.setErr(writer(surroundings.err()));
    line.setParameterExceptionHandler(Assay::wrongUsage);
    line.setExecutionExceptionHandler(Assay::failed);
    return line;
  }

  private static List<Object> commands(Surroundings surroundings) {
    return List.of(
        new ScanCommand(surroundings),
        new DetectCommand(surroundings),
        new ProvenanceCommand(surroundings),
        new MarksCommand(surroundings),
        new FingerprintCommand(surroundings),
        new RepostsCommand(surroundings),
        new SubmitCommand(surroundings),
        new WorkerCommand(surroundings),
        new DecisionsCommand(surroundings),
        new RulesCommand(surroundings),
        new DoctorCommand(surroundings),
        new WarmUpCommand(surroundings));
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    completion
        .getCommandSpec()
        .usageMessage()
        .description("Prints a completion script for bash and zsh: source <(./assay completion)");
    return completion;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    spec.commandLine().usage(surroundings.out());
  }

  private static int wrongUsage(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("assay: " + message(wrong));
    line.getErr()
        .println(
            "See " + line.getCommandSpec().qualifiedName(" ").replaceFirst("^", "./") + " --help");
    return ExitStatus.WRONG_USAGE;
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String typed = unmatched.getUnmatched().get(0);
      CommandSpec spec = wrong.getCommandLine().getCommandSpec();
      boolean option = typed.startsWith("-");
      List<String> known =
          option
              ? List.copyOf(spec.optionsMap().keySet())
              : List.copyOf(spec.subcommands().keySet());
      String kind = option ? "option" : spec.subcommands().isEmpty() ? "argument" : "command";
      return "unknown %s '%s'%s"
          .formatted(
              kind,
              Text.clean(typed),
              NearestSpelling.of(typed, known)
                  .map(nearest -> "; did you mean '" + nearest + "'?")
                  .orElse(""));
    }
    return Text.clean(wrong.getMessage());
  }

  private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
    if (failure instanceof OutputClosedException) {
      return ExitStatus.DONE;
    }
    if (failure instanceof RuleBaseException wrongRules) {
      line.getErr().println("assay: the rule base has problems");
      wrongRules.problems().forEach(problem -> line.getErr().println("  " + problem));
      return ExitStatus.FAILED;
    }
    line.getErr().println("assay: " + Text.clean(Failures.describe(failure)));
    if (failure instanceof ConfigException) {
      return ExitStatus.WRONG_USAGE;
    }
    if (failure instanceof RuntimeException) {
      failure.printStackTrace(line.getErr()); // a defect of ours: the trace helps to mend it
    }
    return ExitStatus.FAILED;
  }

  /** Reads the version out of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Assay.class.getPackage().getImplementationVersion();
      return new String[] {"assay " + (version == null ? "(not packaged)" : version)};
    }
  }
}
