package org.assay.provenance.binding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.provenance.bytes.Slice;

/**
 * One Merkle tree of a BMFF hash, C2PA 2.2 section 18.7.3.
 *
 * @param count number of leaves
 * @param algorithm empty when it names none
 * @param hashes one row of the tree
 */
record MerkleMap(
    long uniqueId,
    long localId,
    long count,
    String algorithm,
    Optional<Slice> initHash,
    List<Slice> hashes,
    OptionalLong fixedBlockBytes,
    Optional<List<Long>> variableBlockBytes) {

  static MerkleMap read(Fields fields) throws BindingFault {
    Optional<List<Slice>> hashes = fields.hashes("hashes");
    if (hashes.isEmpty()) {
      throw BindingFault.malformed("Merkle map: expected hashes, found none");
    }
    return new MerkleMap(
        fields.requiredUnsigned("uniqueId"),
        fields.requiredUnsigned("localId"),
        fields.requiredUnsigned("count"),
        fields.text("alg").orElse(""),
        fields.bytes("initHash"),
        hashes.get(),
        fields.unsigned("fixedBlockSize"),
        fields.numbers("variableBlockSizes"));
  }

  boolean hasBlockSizes() {
    return fixedBlockBytes.isPresent() || variableBlockBytes.isPresent();
  }

  /** The algorithm of the map, else that of the assertion; the claim's does not count here. */
  HashAlgorithm algorithmOr(String assertionAlgorithm) throws BindingFault {
    return HashAlgorithm.required(algorithm.isEmpty() ? assertionAlgorithm : algorithm);
  }

  /** Whether a leaf is the one at an index of the row of leaves that the assertion holds. */
  boolean holds(HashAlgorithm hashing, Slice leaf, long index) {
    return MerkleTree.leads(hashing, leaf, index, count, List.of(), hashes);
  }

  /**
   * Whether a leaf belongs to the tree, and to its place in the file, so that leaves cannot be
   * exchanged together with their proofs.
   */
  boolean holds(HashAlgorithm hashing, Slice leaf, long index, MerkleProof proof) {
    return index == proof.location() && holds(hashing, leaf, proof);
  }

  /** Whether a leaf belongs to the tree, wherever its file comes in the order of files. */
  boolean holds(HashAlgorithm hashing, Slice leaf, MerkleProof proof) {
    return MerkleTree.leads(hashing, leaf, proof.location(), count, proof.hashes(), hashes);
  }
}
