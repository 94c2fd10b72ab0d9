package org.assay.matching.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.matching.hash.PdqHash;

/**
 * Random hashes and queries for benchmarks: half of the queries lie within {@link HashBank#RADIUS}
 * of a hash of the index, the others are random. Real hashes cluster more.
 */
public final class SearchWorkload {
  private final List<PdqHash> queries = new ArrayList<>();

  /** Fills {@code index} with {@code hashes} hashes and makes as many queries as asked for. */
  public SearchWorkload(HashIndex index, int hashes, int queryCount, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < hashes; i++) {
      PdqHash hash = randomHash(random);
      index.add(hash);
      // Planted queries are spread evenly over the index.
      if (queries.size() < queryCount / 2 && i >= (long) queries.size() * 2 * hashes / queryCount) {
        queries.add(near(hash, random));
      }
    }
    while (queries.size() < queryCount) {
      queries.add(randomHash(random));
    }
  }

  /** The queries, those that find something first. */
  public List<PdqHash> queries() {
    return List.copyOf(queries);
  }

  private static PdqHash randomHash(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** At a distance of 0 to {@link HashBank#RADIUS} bits. */
  private static PdqHash near(PdqHash hash, Random random) {
    long[] words = {hash.first(), hash.second(), hash.third(), hash.fourth()};
    int flips = random.nextInt(HashBank.RADIUS + 1);
    for (int i = 0; i < flips; i++) {
      int bit = random.nextInt(PdqHash.BITS);
      words[bit / Long.SIZE] ^= 1L << bit;
    }
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }
}
