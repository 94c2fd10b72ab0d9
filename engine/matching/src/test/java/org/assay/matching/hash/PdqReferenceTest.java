package org.assay.matching.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against hashes that the unmodified C++ reference made. */
@Tag("corpus")
class PdqReferenceTest {

  @Test
  void everyReferencePictureHasTheReferenceHashesAndQualityInBothVariants() throws Exception {
    List<PdqCorpus.Expected> rows = PdqCorpus.expected(PdqCorpus.folder());
    List<String> different = new ArrayList<>();
    for (PdqCorpus.Expected row : rows) {
      DihedralHashes found =
          HashTypes.of("pdq/" + row.variant()).hash(PdqCorpus.decode(row.file()));
      if (!found.equals(row.hashes())) {
        different.add(row + ": " + distances(row.hashes(), found) + " quality " + found.quality());
      }
    }
    System.out.printf("exact: %d of %d%n", rows.size() - different.size(), rows.size());
    assertThat(different).isEmpty();
  }

  @Test
  void equalPixelsGiveEqualBitsAtEveryStep() throws Exception {
    Path folder = PdqCorpus.folder().resolve("pixel-exact");
    for (PdqCorpus.Expected row : PdqCorpus.expected(folder)) {
      String name = row.file().getFileName().toString().replace(".png", "");
      var raster = PdqCorpus.decode(row.file());
      float[] luma = Downscaler.to64(raster);
      float[] dct = Dct.of(luma);
      assertThat(luma)
          .as(row + " luma")
          .isEqualTo(PdqCorpus.floats(folder.resolve(name + ".luma64.f32le")));
      assertThat(dct)
          .as(row + " dct")
          .isEqualTo(PdqCorpus.floats(folder.resolve(name + ".dct16.f32le")));
      assertThat(HashTypes.of("pdq/full").hash(raster))
          .as(row + " hashes")
          .isEqualTo(row.hashes());
    }
  }

  private static List<Integer> distances(DihedralHashes expected, DihedralHashes found) {
    List<Integer> distances = new ArrayList<>();
    for (Transform transform : Transform.values()) {
      distances.add(expected.of(transform).distanceTo(found.of(transform)));
    }
    return distances;
  }
}
