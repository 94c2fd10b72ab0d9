package org.assay.matching.bank;

import java.util.List;
import org.assay.matching.hash.PdqHash;

/**
 * Exact range search over hashes. Safe for concurrent use, also while hashes are added: a search
 * sees every hash whose {@code add} returned before the search began.
 *
 * <p>A hash is known by its position, counted from 0 in the order of adding, for the index's whole
 * life; positions are never given again. So an implementation is free to keep hashes in any order,
 * in several segments, in memory or on disk.
 */
public interface HashIndex {

  /**
   * A hash found.
   *
   * @param position of the hash in the order of adding
   * @param distance from the query in bits
   */
  record Hit(int position, int distance) {}

  /** Adds a hash, equal to an earlier one or not, and gives its position. */
  int add(PdqHash hash);

  /**
   * Every hash within {@code radius} of the query, none missed and no other; ordered by position.
   *
   * @param radius in bits, 0 to 256; a hash at exactly this distance is found
   * @throws IllegalArgumentException if the radius is out of range
   */
  List<Hit> within(PdqHash query, int radius);

  /** Number of hashes. */
  int size();
}
