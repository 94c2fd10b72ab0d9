package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nu.pattern.OpenCV;
import org.assay.detection.ModelFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainAiGeneratedTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void loadsOpenCv() {
    OpenCV.loadLocally();
  }

  @Test
  void trainedFolderIsServedAndTellsUpsampledPicturesFromFreshOnes() throws Exception {
    Path listing = TestPictures.listing(folder, 8);
    Path version = folder.resolve("models/7");
    assertThat(train(listing, version)).as(err.toString()).isZero();

    assertThat(ModelFolder.read(version).id()).isEqualTo("ai-generated/7");
    List<Listing.Item> items = Listing.read(listing, Map.of("group", "source"), true);
    Figures figures = Figures.of(Serving.score(version, items));
    assertThat(figures.auc()).isGreaterThan(0.9);
    assertThat(figures.abstained()).isZero();
    assertThat(Files.readString(version.resolve("CARD.md")))
        .contains("Open licence question", "| real: group 0 | 8 |", "made for the test | 32");
    assertThat(Files.readString(version.resolve("evaluation.json")))
        .contains("\"auc\"", "largestDifferenceFromDeeplearning4j");

    assertThat(train(listing, version)).isEqualTo(1);
    assertThat(err.toString()).contains("holds a model already");
  }

  @Test
  void wrongUsageExitsWithTwoAndHelpShowsAnExample() {
    assertThat(run("ai-generated")).isEqualTo(2);
    assertThat(run("ai-generatd")).isEqualTo(2);
    assertThat(err.toString()).contains("ai-generated");
    assertThat(run("ai-generated", "--help")).isZero();
    assertThat(out.toString()).contains("Example:", "--listing");
  }

  @Test
  void pictureThatCannotBeReadIsNamed() throws Exception {
    Path listing =
        Files.writeString(
            folder.resolve("listing.csv"), "path,label,source\nnone.png,real,camera\n");
    assertThat(train(listing, folder.resolve("1"))).isEqualTo(1);
    assertThat(err.toString()).contains("none.png");
  }

  private int train(Path listing, Path version) {
    return run(
        "ai-generated",
        "--listing=" + listing,
        "--columns=group=source",
        "--out=" + version,
        "--cache=" + folder.resolve("cache"),
        "--epochs=4",
        "--copies=1",
        "--members=2",
        "--draws=1024");
  }

  private int run(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }
}
