package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;

/** Trees over the samples of tracks: a leaf is a chunk, C2PA 2.2 section 18.7.3. */
record ChunkMerkle(
    BmffHash assertion,
    ByteSource bytes,
    FileHasher hasher,
    BmffPlan plan,
    List<MerkleProof> proofs) {

  void check() throws IOException, InterruptedException, BindingFault {
    int used = 0;
    for (MerkleMap map : assertion.merkle()) {
      if (map.count() > proofs.size() - used) {
        throw BindingFault.mismatch("BMFF hash: fewer proofs than the tree has leaves");
      }
      HashAlgorithm hashing = map.algorithmOr(assertion.algorithm());
      List<ByteRange> chunks = TrackChunks.of(bytes, plan.boxes(), map.localId());
      List<MerkleProof> own = new ArrayList<>(proofs.subList(used, used + (int) map.count()));
      if (chunks.size() != own.size()) {
        throw BindingFault.mismatch(
            "BMFF hash: %d chunks, expected %d".formatted(chunks.size(), own.size()));
      }
      for (int i = 0; i < own.size(); i++) {
        Slice leaf = hasher.hash(hashing, chunks.get(i));
        if (!map.holds(hashing, leaf, i, own.get(i))) {
          throw BindingFault.mismatch("BMFF hash: a chunk of samples has other bytes");
        }
      }
      used += own.size();
    }
  }
}
