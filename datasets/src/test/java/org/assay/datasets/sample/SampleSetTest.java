package org.assay.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.assay.datasets.DctHash;
import org.assay.datasets.format.Pixels;
import org.assay.datasets.transform.Geometry;
import org.assay.media.Context;
import org.assay.media.Raster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSetTest {
  private static final long SEED = 1;

  @TempDir static Path folder;
  private static List<Sample> samples;

  @BeforeAll
  static void writeTheSet() throws IOException {
    samples = SampleSet.write(folder, SEED);
  }

  @Test
  void everySampleHasAFileAndAContextAndNothingElseIsThere() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              samples.stream()
                  .map(Sample::fileName)
                  .flatMap(name -> List.of(name, ContextFile.name(name)).stream())
                  .toList());
    }
    assertThat(samples).extracting(Sample::fileName).isSorted().hasSizeBetween(10, 15);
    assertThat(samples).extracting(Sample::what).doesNotHaveDuplicates();
  }

  @Test
  void sameSeedGivesTheSameBytes(@TempDir Path other) throws IOException {
    assertThat(SampleSet.write(other, SEED)).isEqualTo(samples);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.mismatch(file, other.resolve(file.getFileName())))
            .as("%s", file)
            .isEqualTo(-1);
      }
    }
  }

  @Test
  void repostsAreNearTheOriginalAndOthersAreNot() throws IOException {
    Raster original = decoded("01-original.jpg");
    Raster mirrored = Geometry.mirror().apply(decoded("03-repost-mirrored.jpg"));
    assertThat(DctHash.distance(original, decoded("02-repost-shrunk.jpg"))).isLessThan(24);
    assertThat(DctHash.distance(original, mirrored)).isLessThan(24);
    assertThat(DctHash.distance(original, decoded("04-repost-filtered.jpg"))).isLessThan(31);
    assertThat(DctHash.distance(original, decoded("06-ai-label.jpg"))).isGreaterThan(80);
    assertThat(DctHash.distance(original, decoded("08-ai-declared.jpg"))).isGreaterThan(80);
  }

  @Test
  void marksAreInTheFilesThatClaimThem() throws IOException {
    assertThat(text("06-ai-label.jpg")).contains("digitalsourcetype/trainedAlgorithmicMedia");
    assertThat(text("07-ai-parameters.png")).contains("tEXtparameters\0", "Steps: 28, Sampler:");
    assertThat(text("08-ai-declared.jpg")).doesNotContain("trainedAlgorithmicMedia");
    assertThat(text("08-ai-declared.jpg.context.json"))
        .contains("\"declaredLabels\": [\"ai-generated\"]");
    assertThat(text("05-remix.jpg.context.json")).contains("\"remixOf\": \"01-original.jpg\"");
  }

  @Test
  void truncatedFileHasNoPictureAndTheCutOffOneHasLostItsEnd() throws IOException {
    assertThatThrownBy(() -> decoded("10-truncated.jpg")).isInstanceOf(IOException.class);
    byte[] cut = Files.readAllBytes(folder.resolve("11-cut-off.jpg"));
    assertThat(cut).startsWith(0xff, 0xd8);
    assertThat(Arrays.copyOfRange(cut, cut.length - 2, cut.length))
        .isNotEqualTo(new byte[] {(byte) 0xff, (byte) 0xd9});
    assertThat(text("11-cut-off.jpg")).contains("\u00ff\u00da");
  }

  @Test
  void contextIsEscapedAndLeavesOutWhatIsNotKnown() {
    Context context =
        new Context(
            "a\"b\\c\n",
            "",
            List.of("x", "y"),
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            Set.of("b", "a"));
    assertThat(ContextFile.json(context))
        .isEqualTo(
            """
            {
              "account": "a\\"b\\\\c\\u000a",
              "hashtags": ["x", "y"],
              "posted": "1970-01-01T00:00:00Z",
              "declaredLabels": ["a", "b"]
            }
            """);
    assertThat(ContextFile.json(Context.NONE)).isEqualTo("{}\n");
  }

  @Test
  void thereIsASmallFileOfEachFormat() {
    SortedMap<String, byte[]> files = OneOfEach.files(3);
    assertThat(files).hasSize(10);
    SortedMap<String, byte[]> again = OneOfEach.files(3);
    assertThat(again.keySet()).isEqualTo(files.keySet());
    files.forEach(
        (name, bytes) -> {
          assertThat(bytes.length).as(name).isBetween(1000, 100_000);
          assertThat(again.get(name)).as(name).isEqualTo(bytes);
        });
  }

  private static Raster decoded(String name) throws IOException {
    return Pixels.decode(Files.readAllBytes(folder.resolve(name)));
  }

  private static String text(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
  }
}
