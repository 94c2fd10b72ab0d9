package org.assay.provenance.binding;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.Slice;

/**
 * The Merkle trees of C2PA: a parent is the hash of its two children, and a node without a partner
 * is its own parent. C2PA 2.2 section 18.7.3.
 */
final class MerkleTree {
  private MerkleTree() {}

  /** The topmost node over leaves; there has to be one. */
  static Slice root(HashAlgorithm hashing, List<Slice> leaves) {
    List<Slice> row = leaves;
    while (row.size() > 1) {
      List<Slice> parents = new ArrayList<>((row.size() + 1) / 2);
      for (int i = 0; i < row.size(); i += 2) {
        boolean paired = i + 1 < row.size();
        parents.add(paired ? parent(hashing, row.get(i), row.get(i + 1)) : row.get(i));
      }
      row = parents;
    }
    return row.get(0);
  }

  /**
   * Whether a leaf leads to a row of the tree.
   *
   * @param location of the leaf, from 0 on
   * @param count number of leaves
   * @param proof the partners on the way up, lowest first; empty where none is given
   * @param row the row of the tree that the assertion holds
   */
  static boolean leads(
      HashAlgorithm hashing,
      Slice leaf,
      long location,
      long count,
      List<Slice> proof,
      List<Slice> row) {
    if (location < 0 || location >= count) {
      return false;
    }
    Slice node = leaf;
    long index = location;
    long width = count;
    int used = 0;
    while (width != row.size() && width > 1) {
      long partner = index ^ 1;
      if (partner < width) {
        if (used == proof.size()) {
          return false;
        }
        Slice other = proof.get(used++);
        node = partner < index ? parent(hashing, other, node) : parent(hashing, node, other);
      }
      index /= 2;
      width = (width + 1) / 2;
    }
    return width == row.size() && row.get((int) index).equals(node);
  }

  private static Slice parent(HashAlgorithm hashing, Slice left, Slice right) {
    MessageDigest digest = hashing.digest();
    digest.update(left.toArray());
    digest.update(right.toArray());
    return Slice.of(digest.digest());
  }
}
