package org.assay.matching.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.matching.hash.PdqHash;

/**
 * A scan over all hashes, 32 bytes each: nothing to build, nothing to tune, fast enough up to a few
 * million.
 *
 * <p>Words lie in planes, so that the scan touches only the first half of each hash: that half
 * alone exceeds a radius of 31 for practically every hash that does not match.
 */
public final class FlatHashIndex implements HashIndex {
  private static final int BLOCK = 4096;
  private static final int WORDS = PdqHash.BITS / Long.SIZE;

  /** Each block holds {@code BLOCK} first words, then as many second, third and fourth words. */
  private volatile long[][] blocks = new long[0][];

  /** Written after the hash itself, so that whoever reads it sees all hashes below it. */
  private volatile int size;

  @Override
  public synchronized int add(PdqHash hash) {
    int position = size;
    int block = position / BLOCK;
    if (block == blocks.length) {
      long[][] more = Arrays.copyOf(blocks, block + 1);
      more[block] = new long[WORDS * BLOCK];
      blocks = more;
    }
    long[] words = blocks[block];
    int at = position % BLOCK;
    words[at] = hash.first();
    words[BLOCK + at] = hash.second();
    words[2 * BLOCK + at] = hash.third();
    words[3 * BLOCK + at] = hash.fourth();
    size = Math.addExact(position, 1);
    return position;
  }

  @Override
  public List<Hit> within(PdqHash query, int radius) {
    if (radius < 0 || radius > PdqHash.BITS) {
      throw new IllegalArgumentException(
          "radius must be in 0 to %d bits: %d".formatted(PdqHash.BITS, radius));
    }
    int count = size; // before the blocks: they are never fewer
    long[][] all = blocks;
    List<Hit> hits = new ArrayList<>();
    for (int from = 0; from < count; from += BLOCK) {
      scan(all[from / BLOCK], Math.min(BLOCK, count - from), query, radius, from, hits);
    }
    return hits;
  }

  private static void scan(
      long[] words, int count, PdqHash query, int radius, int from, List<Hit> hits) {
    long first = query.first();
    long second = query.second();
    for (int i = 0; i < count; i++) {
      int half = Long.bitCount(words[i] ^ first) + Long.bitCount(words[BLOCK + i] ^ second);
      if (half <= radius) {
        int distance =
            half
                + Long.bitCount(words[2 * BLOCK + i] ^ query.third())
                + Long.bitCount(words[3 * BLOCK + i] ^ query.fourth());
        if (distance <= radius) {
          hits.add(new Hit(from + i, distance));
        }
      }
    }
  }

  @Override
  public int size() {
    return size;
  }
}
