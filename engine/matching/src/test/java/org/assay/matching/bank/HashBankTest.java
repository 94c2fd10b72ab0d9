package org.assay.matching.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assay.matching.hash.PdqHash;
import org.assay.signal.HashType;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class HashBankTest {
  private static final HashType FULL = new HashType("pdq", "full", 256);

  private final HashBank bank = new HashBank("seen", FULL);

  @Test
  void addingTheSameEntryTwiceChangesNothing() {
    assertThat(bank.add(entry("a", PdqHash.ZERO, 80, "remove"))).isEqualTo(HashBank.Added.NEW);
    assertThat(bank.add(entry("a", PdqHash.ZERO, 80, "remove"))).isEqualTo(HashBank.Added.KNOWN);
    assertThat(bank.size()).isEqualTo(1);
    assertThat(bank.entries()).containsExactly(entry("a", PdqHash.ZERO, 80, "remove"));
  }

  @Test
  void latestVerdictHoldsForAllHashesOfTheEntry() {
    PdqHash far = SampleHashes.withLowestBits(200);
    bank.add(entry("a", PdqHash.ZERO, 80, "remove"));
    bank.add(entry("a", far, 80, "remove"));
    bank.add(entry("a", PdqHash.ZERO, 80, "allow"));
    assertThat(bank.search(far, 100, 31))
        .containsExactly(new HashBank.Match(entry("a", far, 80, "allow"), 0));
  }

  @Test
  void hashOfLowQualityNeitherMatchesNorIsMatched() {
    assertThat(bank.add(entry("a", PdqHash.ZERO, 49, ""))).isEqualTo(HashBank.Added.LOW_QUALITY);
    assertThat(bank.search(PdqHash.ZERO, 100, 31)).isEmpty();
    bank.add(entry("b", PdqHash.ZERO, 50, ""));
    assertThat(bank.search(PdqHash.ZERO, 49, 31)).isEmpty();
    assertThat(bank.search(PdqHash.ZERO, 50, 31)).hasSize(1);
  }

  @Test
  void eachEntryIsFoundOnceByItsNearestHashInOrderOfDistanceAndEntry() {
    bank.add(entry("far", SampleHashes.withLowestBits(9), 80, ""));
    bank.add(entry("twin-b", SampleHashes.withLowestBits(4), 80, ""));
    bank.add(entry("twin-b", SampleHashes.withLowestBits(2), 80, ""));
    bank.add(entry("twin-b", SampleHashes.withLowestBits(5), 80, ""));
    bank.add(entry("twin-a", SampleHashes.withLowestBits(2), 80, ""));
    bank.add(entry("out", SampleHashes.withLowestBits(32), 80, ""));
    assertThat(bank.search(PdqHash.ZERO, 80, HashBank.RADIUS))
        .containsExactly(
            new HashBank.Match(entry("twin-a", SampleHashes.withLowestBits(2), 80, ""), 2),
            new HashBank.Match(entry("twin-b", SampleHashes.withLowestBits(2), 80, ""), 2),
            new HashBank.Match(entry("far", SampleHashes.withLowestBits(9), 80, ""), 9));
  }

  @RepeatedTest(20)
  void answerDoesNotDependOnTheOrderOfAdding(Random random) {
    List<BankEntry> entries =
        random
            .ints(30, 0, 25)
            .mapToObj(
                i -> entry("e" + i % 7, SampleHashes.withLowestBits(i), 50 + i, "verdict-" + i % 7))
            .distinct()
            .toList();
    HashBank other = new HashBank("seen", FULL);
    List<BankEntry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    entries.forEach(bank::add);
    shuffled.forEach(other::add);
    assertThat(other.search(PdqHash.ZERO, 80, 31)).isEqualTo(bank.search(PdqHash.ZERO, 80, 31));
  }

  @Test
  void hashOfAnotherTypeIsRefused() {
    BankEntry other = new BankEntry("a", new HashType("pdq", "ref512", 256), PdqHash.ZERO, 80, "");
    assertThatThrownBy(() -> bank.add(other))
        .hasMessage("bank 'seen' holds pdq/full, entry 'a' is pdq/ref512");
  }

  private static BankEntry entry(String id, PdqHash hash, int quality, String verdict) {
    return new BankEntry(id, FULL, hash, quality, verdict);
  }
}
