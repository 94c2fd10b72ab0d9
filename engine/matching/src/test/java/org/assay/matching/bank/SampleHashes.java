package org.assay.matching.bank;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Random;
import org.assay.matching.hash.PdqHash;

/** Seeded hashes at known distances. */
public final class SampleHashes {
  private SampleHashes() {}

  /** Any hash. */
  public static PdqHash random(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** The hash with {@code bits} different bits changed. */
  public static PdqHash flipped(PdqHash hash, int bits, Random random) {
    long[] words = {hash.first(), hash.second(), hash.third(), hash.fourth()};
    BitSet changed = new BitSet();
    while (changed.cardinality() < bits) {
      int bit = random.nextInt(PdqHash.BITS);
      if (!changed.get(bit)) {
        changed.set(bit);
        words[bit / Long.SIZE] ^= 1L << bit;
      }
    }
    return new PdqHash(words[0], words[1], words[2], words[3]);
  }

  /** The lowest {@code bits} bits set. */
  public static PdqHash withLowestBits(int bits) {
    BigInteger value = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    return PdqHash.parse("%064x".formatted(value));
  }
}
