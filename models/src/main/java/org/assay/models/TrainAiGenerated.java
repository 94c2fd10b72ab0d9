package org.assay.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assay.detection.opencv.OpenCvLibrary;
import org.assay.media.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the ai-generated detector from listings and writes a model version. */
@Command(
    name = "ai-generated",
    description = "Trains the ai-generated detector from labelled pictures.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  assay train ai-generated --listing pictures.csv --out models/ai-generated/2",
      "  assay train ai-generated --listing manifest.csv --columns group=generator_or_source \\",
      "      --test held-out.csv --out models/ai-generated/2"
    })
final class TrainAiGenerated implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--listing",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the columns path, label (real or anything else) and group; of a column split"
              + " only the rows 'train' are used. Repeatable.")
  private List<Path> listings;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Listing that the finished model is measured on; never trained on. Repeatable.")
  private List<Path> tests = new ArrayList<>();

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME=COLUMN",
      description = "Other names of columns, such as group=generator_or_source.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the new model version; its name is the version.")
  private Path out;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      defaultValue = ".assay/training",
      description = "Keeps measured values between runs. Default: ${DEFAULT-VALUE}.")
  private Path cache;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--epochs",
      defaultValue = "24",
      description = "At most; validation picks how many are used. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--copies",
      defaultValue = "4",
      description = "Altered copies of each picture. Default: ${DEFAULT-VALUE}.")
  private int copies;

  @Option(
      names = "--members",
      defaultValue = "5",
      description = "Networks whose mean is the answer. Default: ${DEFAULT-VALUE}.")
  private int members;

  @Option(
      names = "--draws",
      defaultValue = "4096",
      description = "Tiles shown to a network in one epoch. Default: ${DEFAULT-VALUE}.")
  private int draws;

  @Option(
      names = "--folds",
      defaultValue = "7",
      description = "Of the grouped validation, at most. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OpenCvLibrary.load();
    ModelVersion version = new ModelVersion(out);
    Settings settings = new Settings(seed, epochs, draws, members, 48, 24, 1e-3, 1e-2);
    List<Listing.Item> items = new ArrayList<>();
    for (Path listing : listings) {
      items.addAll(Listing.read(listing, columns, false));
    }
    List<Picture> pictures = new Measuring(cache, copies, seed).measure(items);
    Training training = Training.run(pictures, settings, folds);
    version.writeModel(training, settings, listings, items.size());
    double parity = Parity.check(training, pictures, version.folder());
    Evaluation evaluation =
        new Evaluation(
            training.validation().folds(),
            Figures.of(training.validation().scored()),
            measured(version.folder()),
            parity);
    version.writeEvaluation(evaluation);
    version.writeCard(Card.of(items, settings, evaluation));
    print(evaluation);
    return 0;
  }

  /** Figures of the test listings by SHA-256, in the order given. */
  private Map<String, Figures> measured(Path version) throws IOException, InterruptedException {
    Map<String, Figures> measured = new LinkedHashMap<>();
    for (Path test : tests) {
      measured.put(
          Sha256.of(Files.readAllBytes(test)),
          Figures.of(Serving.score(version, Listing.read(test, columns, true))));
    }
    return measured;
  }

  private void print(Evaluation evaluation) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.printf(
        Locale.ROOT, "grouped cross-validation: AUC %.3f%n", evaluation.validation().auc());
    evaluation
        .test()
        .values()
        .forEach(figures -> writer.printf(Locale.ROOT, "test: AUC %.3f%n", figures.auc()));
    writer.println("written to " + out + "; not active until the configuration names it");
    writer.flush();
  }
}
