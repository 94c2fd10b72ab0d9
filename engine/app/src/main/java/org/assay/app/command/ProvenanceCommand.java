package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.assay.app.provenance.ProvenanceJson;
import org.assay.app.provenance.ProvenanceTree;
import org.assay.app.provenance.ReferenceReport;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.ValidatedCredentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Content Credentials of files. */
@Command(
    name = "provenance",
    description = "Content Credentials (C2PA): whether they hold, who signed, what they say.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay provenance photo.jpg",
      "  ./assay provenance --json --trust lists/ --profile all folder/",
      "  ./assay provenance --report photo.jpg",
      "",
      "A manifest proves who signed, not that what it says is true. That there is none says nothing."
    })
final class ProvenanceCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;
  @Mixin private ProvenanceOptions options;

  @Option(
      names = "--report",
      description = "The whole store in the form of the reference tool's JSON report.")
  private boolean report;

  @Option(
      names = "--fragment",
      paramLabel = "FILE",
      description = "A further file of the fragmented MP4 that PATH starts, in order; repeatable.")
  private List<Path> fragments = List.of();

  private final Surroundings surroundings;

  ProvenanceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    int threads = engineOptions.config(surroundings).workers();
    ProvenanceValidator validator = options.validator();
    return inputs
        .run(surroundings, threads)
        .over(
            inputs.files(surroundings),
            "files",
            path -> answer(path, validator.validate(Path.of(path), fragments)));
  }

  private Answer answer(String path, ValidatedCredentials validated) {
    ObjectNode json =
        report ? ReferenceReport.of(path, validated) : ProvenanceJson.line(path, validated);
    String text =
        report
            ? json.toPrettyString()
            : Text.clean(path) + "\n" + String.join("\n", ProvenanceTree.lines(validated));
    return Answer.of(json, text);
  }
}
