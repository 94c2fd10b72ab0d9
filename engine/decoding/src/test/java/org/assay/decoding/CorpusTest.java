package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("corpus")
class CorpusTest {
  private final MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());

  @ParameterizedTest
  @CsvSource({
    "c2pa/files/real, 1",
    "c2pa/files/made, 12",
    "marks, 12",
    "pdq, 4",
    "reposts, 12",
    "faces/dev, 40"
  })
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

  /** The reference took every n-th pixel of large pictures, which keeps single samples. */
  @ParameterizedTest
  @CsvSource({
    "misc/wee.jpg, wee",
    "misc/small.jpg, small",
    "labelme/q0122.jpg, q0122",
    "labelme/q2821.jpg, q2821",
    "dihedral/bridge-1-original.jpg, bridge-1"
  })
  void jpegsGiveTheVerySamplesThatTheHashReferenceSaw(String jpeg, String name) throws Exception {
    Path root = corpus("pdq");
    Raster found = raster(root.resolve(jpeg));
    Raster expected = raster(root.resolve("pixel-exact").resolve(name + ".ref512.png"));
    for (int y = 0; y < expected.heightPixels(); y++) {
      for (int x = 0; x < expected.widthPixels(); x++) {
        int fromX = x * found.widthPixels() / expected.widthPixels();
        int fromY = y * found.heightPixels() / expected.heightPixels();
        int from = 3 * (fromY * found.widthPixels() + fromX);
        int to = 3 * (y * expected.widthPixels() + x);
        assertThat(Arrays.equals(found.rgb(), from, from + 3, expected.rgb(), to, to + 3))
            .as("pixel %d, %d", x, y)
            .isTrue();
      }
    }
  }

  private Raster raster(Path file) throws Exception {
    return ((Image) decoder.decode(SampleMedia.item(file))).raster();
  }

  private static Path corpus(String folder) {
    Path root = Path.of(System.getProperty("assay.root"), "..", "shared", folder).normalize();
    assumeTrue(Files.isDirectory(root), "no corpus at " + root);
    return root;
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> walk = Files.walk(corpus(folder))) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*\\.(txt|csv|md|json|f32le)"))
          .sorted()
          .toList();
    }
  }
}
