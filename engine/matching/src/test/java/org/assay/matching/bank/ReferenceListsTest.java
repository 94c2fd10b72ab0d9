package org.assay.matching.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.matching.hash.PdqCorpus;
import org.assay.matching.hash.PdqHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The upstream lists of real hashes, which cluster as random ones do not. */
@Tag("corpus")
class ReferenceListsTest {

  @Test
  void everyNeedleFindsWhatALinearScanOfTheHaystackFinds() throws Exception {
    Path folder = PdqCorpus.folder();
    List<PdqHash> haystack = hashes(folder.resolve("haystack.txt"));
    List<PdqHash> needles = hashes(folder.resolve("needles.txt"));
    FlatHashIndex index = new FlatHashIndex();
    haystack.forEach(index::add);
    int found = 0;
    for (PdqHash needle : needles) {
      for (int radius : new int[] {0, 15, 31, 60, 100}) {
        List<HashIndex.Hit> hits = index.within(needle, radius);
        assertThat(hits).isEqualTo(HashIndexContract.linearScan(haystack, needle, radius));
        found += hits.size();
      }
    }
    assertThat(found).as("hits in all").isPositive();
  }

  private static List<PdqHash> hashes(Path file) throws Exception {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> PdqHash.parse(line.strip().substring(0, 64)))
        .toList();
  }
}
