package org.assay.matching.repost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.matching.hash.HashTypes;
import org.assay.matching.hash.PdqCorpus;
import org.assay.media.Raster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real pictures in disguise. {@code -Drepost.originals=60 -Drepost.index=800} measures more of them
 * than the quick run does.
 */
@Tag("corpus")
class DisguiseCorpusTest {
  private static final int ORIGINALS = Integer.getInteger("repost.originals", 1);
  private static final int INDEXED = Integer.getInteger("repost.index", 15);
  private static final long SEED = 7;

  /** What came of one kind of edit. */
  private static final class Tally {
    private int queries;
    private int found;
    private int wrong;

    @Override
    public String toString() {
      return "%d of %d, wrong %d".formatted(found, queries, wrong);
    }
  }

  @Test
  void hardEditsOfTheCopyDetectionSetAreFoundAndDistractorsAreNot() throws Exception {
    Path folder = PdqCorpus.folder("reposts");
    List<String[]> rows =
        Files.readAllLines(folder.resolve("manifest.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[1].equals("image"))
            .toList();
    try (RepostIndex index = RepostIndex.inMemory()) {
      for (String[] cells : rows) {
        if (cells[2].equals("original")) {
          index.add(cells[3], Samples.read(folder.resolve(cells[0])));
        }
      }
      long wrong = 0;
      int missed = 0;
      for (String[] cells : rows) {
        boolean hard = cells[4].matches("combo.*|rotate.*");
        if (hard || cells[2].equals("distractor")) {
          List<Repost> found = index.search(Samples.read(folder.resolve(cells[0])));
          wrong += found.stream().filter(repost -> !repost.original().equals(cells[3])).count();
          missed += hard && found.isEmpty() ? 1 : 0;
        }
      }
      assertThat(wrong).isZero();
      assertThat(missed).isZero();
    }
  }

  @Test
  void editsOfRealPicturesAreFoundAmongManyAndNothingElseMatches() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("aigen/dev", "faces/dev/openforensics/real")) {
      try (Stream<Path> below = Files.walk(PdqCorpus.folder(folder))) {
        below
            .filter(file -> file.toString().matches(".*\\.(jpg|webp)"))
            .sorted()
            .forEach(files::add);
      }
    }
    Collections.shuffle(files, new Random(SEED));
    List<Path> indexed = files.subList(0, Math.min(INDEXED, files.size()));
    Map<Disguise, Tally> tallies = new TreeMap<>();
    try (RepostIndex index = RepostIndex.inMemory()) {
      for (Path file : indexed) {
        index.add(file.toString(), Samples.read(file));
      }
      for (int i = 0; i < Math.min(ORIGINALS, indexed.size()); i++) {
        measure(index, indexed.get(i), i, tallies);
      }
    }
    tallies.forEach((disguise, tally) -> System.out.println(disguise + ": " + tally));
    int queries = tallies.values().stream().mapToInt(tally -> tally.queries).sum();
    int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
    int wrong = tallies.values().stream().mapToInt(tally -> tally.wrong).sum();
    System.out.printf(
        "found %d of %d queries, %d wrong matches in %d pairs%n",
        found, queries, wrong, (long) queries * indexed.size());
    assertThat(wrong).isZero();
    assertThat(found).isGreaterThanOrEqualTo((int) Math.floor(0.97 * queries));
  }

  private static void measure(RepostIndex index, Path file, int number, Map<Disguise, Tally> into)
      throws Exception {
    Raster raster = Samples.read(file);
    // Several files are cut out of one photograph; those match unedited, and rightly.
    Set<String> related =
        index.search(raster).stream().map(Repost::original).collect(Collectors.toSet());
    if (!related.contains(file.toString())) {
      System.out.println("too little in it to match anything, even itself: " + file.getFileName());
      assertThat(HashTypes.of("pdq/full").hash(raster).quality()).isLessThan(30);
      return;
    }
    for (Disguise disguise : Disguise.values()) {
      Random random = new Random(31L * number + disguise.name().hashCode());
      List<Repost> matches = index.search(disguise.of(raster, random));
      Tally tally = into.computeIfAbsent(disguise, any -> new Tally());
      tally.queries++;
      tally.found += matches.stream().anyMatch(m -> m.original().equals(file.toString())) ? 1 : 0;
      tally.wrong += (int) matches.stream().filter(m -> !related.contains(m.original())).count();
    }
  }
}
