package org.assay.provenance.binding;

import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.Slice;

/** Merkle trees with all their rows in memory, as the specification draws them. */
final class SlowTree {
  private SlowTree() {}

  /** Leaves first. */
  static List<List<Slice>> rows(List<Slice> leaves) {
    List<List<Slice>> rows = new ArrayList<>();
    rows.add(leaves);
    while (rows.get(rows.size() - 1).size() > 1) {
      List<Slice> row = rows.get(rows.size() - 1);
      List<Slice> parents = new ArrayList<>();
      for (int i = 0; i < row.size(); i += 2) {
        if (i + 1 == row.size()) {
          parents.add(row.get(i));
        } else {
          byte[] left = row.get(i).toArray();
          byte[] right = row.get(i + 1).toArray();
          parents.add(Slice.of(BoundBytes.sha256(left, right)));
        }
      }
      rows.add(parents);
    }
    return rows;
  }

  /** The partners of a leaf up to a row. */
  static List<Slice> proof(List<List<Slice>> rows, int leaf, int height) {
    List<Slice> proof = new ArrayList<>();
    int index = leaf;
    for (int row = 0; row < height; row++) {
      int partner = index % 2 == 0 ? index + 1 : index - 1;
      if (partner < rows.get(row).size()) {
        proof.add(rows.get(row).get(partner));
      }
      index /= 2;
    }
    return proof;
  }
}
