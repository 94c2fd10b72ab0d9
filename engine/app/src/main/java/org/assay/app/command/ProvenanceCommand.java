package org.assay.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.assay.app.provenance.ProvenanceJson;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.ValidatedCredentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
            path -> answer(path, validator.validate(Path.of(path))));
  }

  private static Answer answer(String path, ValidatedCredentials validated) {
    return Answer.of(ProvenanceJson.line(path, validated), Text.clean(path));
  }
}
