package org.assay.matching.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.matching.hash.PdqHash;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every index promises; extend it once for each. */
@ExtendWith(RandomSeed.class)
public abstract class HashIndexContract {

  /** An empty index. */
  protected abstract HashIndex index();

  @RepeatedTest(20)
  void findsWhatALinearScanFinds(Random random) {
    HashIndex index = index();
    List<PdqHash> hashes = new ArrayList<>();
    int count = random.nextInt(10_000);
    for (int i = 0; i < count; i++) {
      // Many are near an earlier one, some equal: real hashes cluster.
      boolean fresh = hashes.isEmpty() || random.nextInt(4) == 0;
      PdqHash hash =
          fresh
              ? SampleHashes.random(random)
              : SampleHashes.flipped(
                  hashes.get(random.nextInt(hashes.size())), random.nextInt(40), random);
      hashes.add(hash);
      assertThat(index.add(hash)).isEqualTo(i);
    }
    for (int radius : new int[] {0, 1, 30, 31, 32, 100, 256}) {
      PdqHash query =
          hashes.isEmpty()
              ? SampleHashes.random(random)
              : SampleHashes.flipped(
                  hashes.get(random.nextInt(count)), random.nextInt(radius + 1), random);
      assertThat(index.within(query, radius)).isEqualTo(linearScan(hashes, query, radius));
    }
  }

  @Test
  void hashAtExactlyTheRadiusIsFoundAndOneBitFurtherIsNot() {
    HashIndex index = index();
    index.add(PdqHash.ZERO);
    for (int bits = 0; bits <= PdqHash.BITS; bits++) {
      PdqHash query = SampleHashes.withLowestBits(bits);
      assertThat(index.within(query, bits)).containsExactly(new HashIndex.Hit(0, bits));
      if (bits > 0) {
        assertThat(index.within(query, bits - 1)).isEmpty();
      }
    }
  }

  @Test
  void searchSeesEveryHashAddedBeforeItBegan() throws Exception {
    HashIndex index = index();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int seed = 0; seed < 3; seed++) {
        Random random = new Random(seed);
        tasks.add(
            () -> {
              for (int i = 0; i < 3000; i++) {
                PdqHash hash = SampleHashes.random(random);
                int position = index.add(hash);
                assertThat(index.within(hash, 0)).contains(new HashIndex.Hit(position, 0));
              }
              return null;
            });
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(index.size()).isEqualTo(9000);
  }

  @Test
  void radiusOutOfRangeIsRefused() {
    assertThatThrownBy(() -> index().within(PdqHash.ZERO, 257))
        .hasMessage("radius must be in 0 to 256 bits: 257");
    assertThatThrownBy(() -> index().within(PdqHash.ZERO, -1))
        .hasMessage("radius must be in 0 to 256 bits: -1");
  }

  static List<HashIndex.Hit> linearScan(List<PdqHash> hashes, PdqHash query, int radius) {
    List<HashIndex.Hit> hits = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      int distance = hashes.get(i).distanceTo(query);
      if (distance <= radius) {
        hits.add(new HashIndex.Hit(i, distance));
      }
    }
    return hits;
  }
}
