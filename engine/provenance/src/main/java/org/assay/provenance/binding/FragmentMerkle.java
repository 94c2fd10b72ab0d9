package org.assay.provenance.binding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;

/** Trees over fragments in files of their own: a leaf is a whole file. */
record FragmentMerkle(BmffHash assertion, String algorithm, boolean strict) {

  void check(BoundFile file) throws IOException, InterruptedException, BindingFault {
    if (assertion.hash().isPresent()) {
      throw BindingFault.mismatch("BMFF hash: a hash of the file, but fragments besides it");
    }
    Set<MerkleMap> heads = new HashSet<>();
    for (Path path : file.fragments()) {
      try (ByteSource fragment = ByteSource.open(path)) {
        check(file.bytes(), fragment, heads);
      }
    }
  }

  private void check(ByteSource head, ByteSource fragment, Set<MerkleMap> heads)
      throws IOException, InterruptedException, BindingFault {
    BmffPlan plan = plan(fragment);
    List<MerkleProof> proofs = MerkleProof.of(fragment, plan.boxes());
    if (proofs.isEmpty()) {
      throw BindingFault.mismatch("BMFF hash: a fragment has no proof");
    }
    FileHasher hasher = new FileHasher(fragment);
    for (MerkleProof proof : proofs) {
      MerkleMap map = mapOf(proof);
      HashAlgorithm hashing = map.algorithmOr(algorithm);
      if (heads.add(map)) {
        checkHead(head, map, hashing);
      }
      Slice leaf = hasher.hash(hashing, plan.pieces());
      if (!map.holds(hashing, leaf, proof)) {
        throw BindingFault.mismatch("BMFF hash: a fragment has other bytes");
      }
    }
  }

  private MerkleMap mapOf(MerkleProof proof) throws BindingFault {
    return assertion.merkle().stream()
        .filter(map -> map.uniqueId() == proof.uniqueId() && map.localId() == proof.localId())
        .findFirst()
        .orElseThrow(() -> BindingFault.mismatch("BMFF hash: a fragment of another tree"));
  }

  private void checkHead(ByteSource head, MerkleMap map, HashAlgorithm hashing)
      throws IOException, InterruptedException, BindingFault {
    if (map.initHash().isEmpty()) {
      throw BindingFault.mismatch("BMFF hash: no initHash for fragments in files of their own");
    }
    Slice found = new FileHasher(head).hash(hashing, plan(head).pieces());
    if (!found.equals(map.initHash().get())) {
      throw BindingFault.mismatch("BMFF hash: the initialisation segment has other bytes");
    }
  }

  private BmffPlan plan(ByteSource bytes) throws IOException, InterruptedException, BindingFault {
    return BmffPlan.of(bytes, assertion.exclusions(), assertion.withOffsets(), strict);
  }
}
