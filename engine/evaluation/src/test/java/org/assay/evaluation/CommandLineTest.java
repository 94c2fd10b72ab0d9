package org.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.app.ConfigKey;
import org.assay.app.command.ExitStatus;
import org.assay.app.command.Surroundings;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the command line, on the real engine. */
class CommandLineTest {
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : Main.commandLine(surroundings("")).getSubcommands().keySet()) {
      if (List.of("train", "completion", "generate-completion", "warm-up").contains(command)) {
        continue;
      }
      out.reset();
      assertThat(run(command, "--help")).as(command).isEqualTo(ExitStatus.DONE);
      assertThat(out()).as(command).contains("./assay " + command);
    }
  }

  @Test
  void misspelledCommandGetsOneClearLineAndTheNearestSpelling() {
    assertThat(run("scn", "a.jpg")).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(err()).startsWith("assay: unknown command 'scn'; did you mean 'scan'?");
  }

  @Test
  void misspelledDetectorIsNamedWithTheNearest() {
    assertThat(run("detect", "--detector", "ai-genrated", "a.jpg"))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(err()).contains("did you mean 'ai-generated'?");
  }

  @Test
  void scanAnswersEveryInputInOrderAndSaysThatSomeFailed() throws Exception {
    Path good = picture("a.jpg");
    Path broken = Files.writeString(folder.resolve("b.jpg"), "no picture");
    Path missing = folder.resolve("c.jpg");
    assertThat(run("scan", "--json", good.toString(), broken.toString(), missing.toString()))
        .isEqualTo(ExitStatus.SOME_INPUTS_FAILED);
    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.get("path").asText())
        .containsExactly(good.toString(), broken.toString(), missing.toString());
    assertThat(lines.get(0).at("/mediaType").asText()).isEqualTo("image/jpeg");
    assertThat(lines.get(0).at("/sha256").asText()).hasSize(64);
    assertThat(lines.get(0).at("/signals").size()).isPositive();
    assertThat(lines.get(0).at("/decision/verdict").asText()).isNotBlank();
    assertThat(lines.get(1).get("error").asText()).isNotBlank();
    assertThat(lines.get(2).get("error").asText()).contains("no such file");
  }

  @Test
  void repostsFindsTheOriginalAndSaysWhatCouldNotBeRead() throws Exception {
    Path original = picture("a.jpg");
    Path copy = Files.copy(original, folder.resolve("copy.jpg"));
    Path missing = folder.resolve("c.jpg");
    assertThat(
            run(
                "reposts",
                "--json",
                "--originals",
                original.toString(),
                "--queries",
                copy.toString(),
                missing.toString()))
        .isEqualTo(ExitStatus.SOME_INPUTS_FAILED);
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).at("/matches/0/original").asText()).isEqualTo(original.toString());
    assertThat(lines.get(0).at("/matches/0/method").asText()).isIn("pdq", "local");
    assertThat(lines.get(0).at("/matches/0/score").asDouble()).isGreaterThan(0.9);
    assertThat(lines.get(0).at("/matches/0/evidence").size()).isEqualTo(2);
    assertThat(lines.get(1).get("error").asText()).isNotBlank();
  }

  @Test
  void pathsComeFromStandardInputAndContextFilesAreNoInputs() throws Exception {
    Path good = picture("a.jpg");
    Files.writeString(
        folder.resolve("a.jpg.context.json"), "{\"declaredLabels\": [\"ai-generated\"]}");
    int status =
        Main.commandLine(surroundings(good + "\n" + folder + "\n")).execute("scan", "--json", "-");
    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1).at("/decision/labels").toString()).contains("ai-generated");
  }

  @Test
  void whatWasSubmittedIsDecidedOnceAndShown() throws Exception {
    Path good = picture("a.jpg");
    assertThat(run("submit", "--json", good.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(lines().get(0).get("accepted").asBoolean()).isTrue();
    out.reset();
    assertThat(run("submit", "--json", good.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(lines().get(0).get("accepted").asBoolean()).isFalse();
    String item = lines().get(0).get("item").asText();
    assertThat(run("worker", "--until-empty")).isEqualTo(ExitStatus.DONE);
    out.reset();
    assertThat(run("decisions", "--json", item)).isEqualTo(ExitStatus.DONE);
    assertThat(lines().get(0).at("/item/id").asText()).isEqualTo(item);
    assertThat(Files.readAllLines(folder.resolve("data/outbox.ndjson"))).hasSize(1);
  }

  @Test
  void unknownConfigurationKeyStopsTheStart() throws Exception {
    Path config = Files.writeString(folder.resolve("x.properties"), "max-frame = 3");
    assertThat(run("scan", "--config", config.toString(), "a.jpg"))
        .isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(err()).contains("unknown key 'max-frame'; did you mean 'max-frames'?");
  }

  private Path picture(String name) throws Exception {
    byte[] jpeg = JpegWriter.encode(new PictureGenerator(320, 240).picture(3, Scene.LAKE), 90);
    return Files.write(folder.resolve(name), jpeg);
  }

  private int run(String... arguments) {
    return Main.commandLine(surroundings("")).execute(arguments);
  }

  private Surroundings surroundings(String in) {
    Map<String, String> environment =
        Map.of(
            ConfigKey.DATA_DIRECTORY.variable(),
            folder.resolve("data").toString(),
            ConfigKey.METRICS_PORT.variable(),
            "0");
    return new Surroundings(
        ROOT,
        environment,
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out().lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }
}
