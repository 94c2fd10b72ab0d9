package org.assay.datasets.corruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class CorruptionsTest {

  @RepeatedTest(200)
  void damagedCopyDiffersIsBoundedAndTheSameForTheSameSeed(Random random) {
    byte[] file = new byte[1 + random.nextInt(5000)];
    random.nextBytes(file);
    byte[] original = file.clone();
    long seed = random.nextLong();
    byte[] damaged = Corruptions.corrupt(file, seed);
    assertThat(file).isEqualTo(original);
    assertThat(damaged).isNotEqualTo(file).isEqualTo(Corruptions.corrupt(file, seed));
    assertThat(damaged.length).isLessThanOrEqualTo(2 * file.length + Corruptions.MOST_ADDED_BYTES);
  }

  @RepeatedTest(20)
  void everyKindWorksOnTheSmallestFiles(Random random) {
    for (Corruption corruption : Corruptions.all()) {
      for (int length = 0; length < 10; length++) {
        byte[] damaged = corruption.apply(new byte[length], random);
        assertThat(damaged.length).isLessThanOrEqualTo(2 * length + Corruptions.MOST_ADDED_BYTES);
      }
    }
  }

  @Test
  void fileOfZerosIsDamagedToo() {
    for (long seed = 0; seed < 500; seed++) {
      assertThat(Corruptions.corrupt(new byte[64], seed)).isNotEqualTo(new byte[64]);
      assertThat(Corruptions.corrupt(new byte[0], seed)).isNotEmpty();
    }
  }

  @Test
  void seedsChooseEveryKind() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      seen.add(Corruptions.choose(seed).name());
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Corruptions.all().stream().map(Corruption::name).toList());
  }

  @Test
  void kindsAreSortedByName() {
    assertThat(Corruptions.all().stream().map(Corruption::name)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void truncationKeepsAPrefixAndHeaderOnlyKeepsTheStart() {
    byte[] file = new byte[1000];
    new Random(1).nextBytes(file);
    for (int round = 0; round < 50; round++) {
      byte[] cut = kind("truncate").apply(file, new Random(round));
      assertThat(file).startsWith(cut);
      assertThat(cut.length).isLessThan(file.length);
      byte[] headed = kind("header-only").apply(file, new Random(round));
      assertThat(headed).hasSize(1000).startsWith(Arrays.copyOf(file, 4));
    }
  }

  private static Corruption kind(String name) {
    return Corruptions.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
