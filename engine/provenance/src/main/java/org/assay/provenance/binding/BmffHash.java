package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;

/**
 * The {@code c2pa.hash.bmff} assertion in versions 1 to 3: C2PA 2.2 section 18.7.
 *
 * @param version 1 is deprecated and hashes no offsets of boxes
 * @param algorithm empty when it names none
 * @param hash over the file without the exclusions; empty where trees cover all
 * @param merkle trees over samples or fragments; empty when there are none
 */
record BmffHash(
    int version,
    List<BmffExclusion> exclusions,
    String algorithm,
    Optional<Slice> hash,
    List<MerkleMap> merkle) {
  private static final int NEWEST = 3;

  static BmffHash read(int version, Slice assertion) throws BindingFault {
    if (version < 1 || version > NEWEST) {
      throw BindingFault.malformed("BMFF hash: version %d is not known".formatted(version));
    }
    Fields fields = Fields.of(assertion, "BMFF hash");
    List<BmffExclusion> exclusions = new ArrayList<>();
    for (Fields exclusion : fields.maps("exclusions").orElse(List.of())) {
      exclusions.add(BmffExclusion.read(exclusion));
    }
    if (exclusions.isEmpty()) {
      throw BindingFault.malformed("BMFF hash: no exclusions");
    }
    if (fields.has("url")) {
      throw BindingFault.mismatch("BMFF hash: hashes of remote data are not supported");
    }
    fields.text("name");
    List<MerkleMap> merkle = new ArrayList<>();
    for (Fields map : fields.maps("merkle").orElse(List.of())) {
      merkle.add(MerkleMap.read(map));
    }
    Optional<Slice> hash = fields.bytes("hash");
    if (hash.isEmpty() && merkle.isEmpty()) {
      throw BindingFault.malformed("BMFF hash: neither a hash nor a Merkle tree");
    }
    return new BmffHash(version, exclusions, fields.text("alg").orElse(""), hash, merkle);
  }

  boolean withOffsets() {
    return version > 1;
  }

  void check(BoundFile file, String defaultAlgorithm, boolean strict, Findings findings)
      throws IOException, InterruptedException, BindingFault {
    if (!exclusions.stream().allMatch(BmffExclusion::isMandatory)) {
      findings.add(
          StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          "BMFF hash: more is excluded than the specification asks for");
    }
    String name = algorithm.isEmpty() ? defaultAlgorithm : algorithm;
    if (file.fragments().isEmpty()) {
      checkFile(file, name, strict);
    } else {
      new FragmentMerkle(this, name, strict).check(file);
    }
    findings.add(StatusCode.ASSERTION_BMFF_HASH_MATCH, "BMFF hash: the file is as it was bound");
  }

  private void checkFile(BoundFile file, String name, boolean strict)
      throws IOException, InterruptedException, BindingFault {
    BmffPlan plan = BmffPlan.of(file.bytes(), exclusions, withOffsets(), strict);
    FileHasher hasher = new FileHasher(file.bytes());
    if (hash.isPresent()) {
      Slice found = hasher.hash(HashAlgorithm.required(name), plan.pieces());
      if (!found.equals(hash.get())) {
        throw BindingFault.mismatch("BMFF hash: the file has other bytes");
      }
    }
    if (!merkle.isEmpty()) {
      List<MerkleProof> proofs = MerkleProof.of(file.bytes(), plan.boxes());
      boolean fragmented = plan.boxes().stream().anyMatch(box -> box.is("moof"));
      boolean timed =
          !merkle.stream().allMatch(MerkleMap::hasBlockSizes)
              && plan.boxes().stream().anyMatch(box -> box.is("moov"))
              && !proofs.isEmpty();
      if (fragmented) {
        new MoofMerkle(this, hasher, plan, proofs).check();
      } else if (merkle.stream().anyMatch(map -> map.initHash().isPresent())) {
        throw BindingFault.mismatch("BMFF hash: an initHash, but no fragments");
      } else if (timed) {
        new ChunkMerkle(this, file.bytes(), hasher, plan, proofs).check();
      } else {
        new MdatMerkle(this, hasher, plan, proofs).check();
      }
    }
  }
}
