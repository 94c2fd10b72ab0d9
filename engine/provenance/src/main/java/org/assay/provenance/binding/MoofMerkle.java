package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.container.BmffBox;

/** Trees over the fragments of one file: a leaf is a fragment from its moof box to the next. */
record MoofMerkle(BmffHash assertion, FileHasher hasher, BmffPlan plan, List<MerkleProof> proofs) {

  void check() throws IOException, InterruptedException, BindingFault {
    List<ByteRange> fragments = fragments();
    for (MerkleMap map : assertion.merkle()) {
      HashAlgorithm hashing = map.algorithmOr(assertion.algorithm());
      if (map.initHash().isPresent()) {
        ByteRange head = new ByteRange(0, firstMoof());
        Slice found = hasher.hash(hashing, Pieces.within(plan.pieces(), head));
        if (!found.equals(map.initHash().get())) {
          throw BindingFault.mismatch(
              "BMFF hash: what stands before the fragments has other bytes");
        }
      }
    }
    for (MerkleMap map : assertion.merkle()) {
      if (fragments.size() != map.count() || proofs.size() != map.count()) {
        throw BindingFault.mismatch(
            "BMFF hash: %d fragments and %d proofs, expected %d"
                .formatted(fragments.size(), proofs.size(), map.count()));
      }
      HashAlgorithm hashing = map.algorithmOr(assertion.algorithm());
      for (int i = 0; i < fragments.size(); i++) {
        Slice leaf = hasher.hash(hashing, Pieces.within(plan.pieces(), fragments.get(i)));
        if (!map.holds(hashing, leaf, i, proofs.get(i))) {
          throw BindingFault.mismatch("BMFF hash: fragment %d has other bytes".formatted(i));
        }
      }
    }
  }

  private long firstMoof() {
    return plan.boxes().stream().filter(box -> box.is("moof")).findFirst().orElseThrow().start();
  }

  /** Empty where the first box is a fragment: then the head is in another file. */
  private List<ByteRange> fragments() {
    List<ByteRange> fragments = new ArrayList<>();
    List<BmffBox> boxes = plan.boxes();
    long start = -1;
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).is("moof")) {
        if (i == 0) {
          return List.of();
        }
        if (start >= 0) {
          fragments.add(new ByteRange(start, boxes.get(i).start() - start));
        }
        start = boxes.get(i).start();
      }
    }
    fragments.add(new ByteRange(start, boxes.get(boxes.size() - 1).end() - start));
    return fragments;
  }
}
