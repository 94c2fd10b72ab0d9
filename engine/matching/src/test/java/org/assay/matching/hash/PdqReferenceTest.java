package org.assay.matching.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.media.Raster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against hashes that the unmodified C++ reference made. */
@Tag("corpus")
class PdqReferenceTest {

  /** The JDK decodes some small JPEGs to other pixels than the reference's decoder. */
  private static final int DECODER_TOLERANCE_BITS = 10;

  @Test
  void everyReferencePictureHasTheReferenceHashAndQualityInBothVariants() throws Exception {
    List<PdqCorpus.Expected> rows = PdqCorpus.expected(PdqCorpus.folder());
    Map<Path, Raster> decoded = new HashMap<>();
    List<String> different = new ArrayList<>();
    for (PdqCorpus.Expected row : rows) {
      Raster raster = decoded.get(row.file());
      if (raster == null) {
        decoded.clear(); // the two rows of a file stand together
        raster = PdqCorpus.decode(row.file());
        decoded.put(row.file(), raster);
      }
      DihedralHashes found = HashTypes.of("pdq/" + row.variant()).hash(raster);
      assertThat(found.original()).as(row.toString()).isEqualTo(row.hashes().original());
      assertThat(found.quality()).as(row.toString()).isEqualTo(row.hashes().quality());
      assertThat(distances(row.hashes(), found))
          .as(row.toString())
          .allMatch(distance -> distance <= DECODER_TOLERANCE_BITS);
      if (!found.equals(row.hashes())) {
        different.add(row + " " + distances(row.hashes(), found));
      }
    }
    int exact = rows.size() - different.size();
    System.out.printf("all eight hashes exact: %d of %d; %s%n", exact, rows.size(), different);
    assertThat(different).as("pictures with an inexact variant").hasSizeLessThanOrEqualTo(2);
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
      assertThat(HashTypes.of("pdq/full").hash(raster)).as(row + " hashes").isEqualTo(row.hashes());
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
