package org.assay.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.matching.bank.BankEntry;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.Hasher;
import org.assay.matching.hash.PdqCorpus;
import org.assay.signal.BankMatch;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Edited copies of pictures, and pictures that only look alike. */
@Tag("corpus")
class RepostCorpusTest {
  private static final Hasher FULL = HashTypes.of("pdq/full");

  /** A row of the manifest. */
  private record Row(Path file, String role, String original, String edit) {}

  @Test
  void editsThatKeepTheFrameAreFoundAndNothingElseMatches() throws Exception {
    List<Row> rows = rows(PdqCorpus.folder("reposts"));
    HashBank originals = new HashBank("originals", FULL.type());
    for (Row row : rows) {
      if (row.role().equals("original")) {
        DihedralHashes hashes = FULL.hash(PdqCorpus.decode(row.file()));
        originals.add(
            new BankEntry(
                row.original(), FULL.type(), hashes.original(), hashes.quality(), "remove"));
      }
    }
    FingerprintDetector detector = new FingerprintDetector(List.of(originals));
    Map<String, Integer> found = new TreeMap<>();
    for (Row row : rows) {
      if (!row.role().equals("original")) {
        List<String> entries =
            detector.examine(SampleMedia.image(row.file(), PdqCorpus.decode(row.file()))).stream()
                .filter(BankMatch.class::isInstance)
                .map(signal -> ((BankMatch) signal).entry())
                .toList();
        assertThat(entries).as(row.toString()).isSubsetOf(row.original());
        found.merge(row.role() + " " + row.edit(), entries.size(), Integer::sum);
      }
    }
    System.out.println("found by edit: " + found);
    assertThat(found)
        .containsEntry("edited reencode", 10)
        .containsEntry("edited scale", 10)
        .containsEntry("edited filter", 10)
        .containsEntry("edited mirror", 10);
  }

  /** Pictures that the JDK can decode. */
  private static List<Row> rows(Path folder) throws Exception {
    return Files.readAllLines(folder.resolve("manifest.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].equals("image") && !cells[7].equals("WEBP"))
        .map(
            cells ->
                new Row(
                    folder.resolve(cells[0]), cells[2], cells[3], cells[4].split("[_ ]", -1)[0]))
        .toList();
  }
}
