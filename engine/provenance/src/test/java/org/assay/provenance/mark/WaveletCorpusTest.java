package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.media.Image;
import org.assay.provenance.Corpus;
import org.assay.provenance.PictureFiles;
import org.assay.signal.Mark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far unmarked pictures stay below the threshold. */
@Tag("corpus")
class WaveletCorpusTest {

  @Test
  void picturesWithoutTheMarkStayFarBelowTheThreshold() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(Corpus.folder("aigen"))) {
      walk.filter(file -> file.toString().matches(".*\\.(png|jpg)"))
          .sorted()
          .limit(Integer.getInteger("test.pictures", 30))
          .forEach(files::add);
    }
    int tests = 0;
    double largest = 0;
    for (Path file : files) {
      Optional<Image> image = PictureFiles.decode(file);
      if (image.isPresent() && image.get().raster().shortSidePixels() >= 256) {
        assertThat(WaveletMark.find(image.get()).map(Mark::value)).as(file.toString()).isEmpty();
        for (double score : WaveletMark.scores(image.get().raster())) {
          tests++;
          largest = Math.max(largest, score);
        }
      }
    }
    System.out.printf("largest of %d scores: %.2f%n", tests, largest);
    assertThat(tests).isPositive();
    assertThat(largest).isLessThan(5);
  }
}
