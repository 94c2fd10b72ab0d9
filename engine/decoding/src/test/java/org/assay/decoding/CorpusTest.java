package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class CorpusTest {
  private final MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());

  @ParameterizedTest
  @CsvSource({"c2pa/files/real, 1", "c2pa/files/made, 12", "marks, 12", "pdq, 4", "reposts, 12"})
  void everyFileIsDecodedOrRefusedWithAReason(String folder, int oneIn) throws Exception {
    List<Path> files = files(folder);
    Map<String, Integer> counts = new TreeMap<>();
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < files.size(); i += Integer.getInteger("corpus.step", oneIn)) {
      Path file = files.get(i);
      long start = System.nanoTime();
      String kind;
      try {
        Media media = decoder.decode(SampleMedia.item(file));
        kind = media.getClass().getSimpleName() + (media.damage().isEmpty() ? "" : " damaged");
        media.damage().forEach(damage -> remarks.add(file.getFileName() + ": " + damage));
      } catch (MediaException refused) {
        kind = "refused";
        remarks.add(file.getFileName() + ": REFUSED " + refused.getMessage());
      }
      counts.merge(kind, 1, Integer::sum);
      long ms = (System.nanoTime() - start) / 1_000_000;
      if (ms > 1500) {
        remarks.add(file.getFileName() + ": " + ms + " ms");
      }
    }
    System.out.println(folder + " " + counts);
    if (Boolean.getBoolean("corpus.remarks")) {
      remarks.forEach(System.out::println);
    }
    assertThat(counts).isNotEmpty();
  }

  private static List<Path> files(String folder) throws IOException {
    Path root = Path.of(System.getProperty("assay.root"), "..", "shared", folder).normalize();
    assumeTrue(Files.isDirectory(root), "no corpus at " + root);
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(txt|csv|md|json|f32le)"))
          .sorted()
          .toList();
    }
  }
}
