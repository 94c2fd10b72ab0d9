package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.container.BmffBox;

/** Trees over the mdat boxes of a file that is not fragmented: a leaf is a block of one size. */
record MdatMerkle(BmffHash assertion, FileHasher hasher, BmffPlan plan, List<MerkleProof> proofs) {
  /** Header of the larger kind; it is left to the file's hash whatever kind the box has. */
  private static final int HEADER_BYTES = 16;

  private static final long MAX_LEAF_BYTES = 32L << 20;

  void check() throws IOException, InterruptedException, BindingFault {
    List<MerkleMap> maps = assertion.merkle();
    List<BmffBox> mdats = plan.boxes().stream().filter(box -> box.is("mdat")).toList();
    if (mdats.size() != maps.size()) {
      throw BindingFault.mismatch(
          "BMFF hash: %d mdat boxes, expected %d".formatted(mdats.size(), maps.size()));
    }
    int used = 0;
    for (int i = 0; i < maps.size(); i++) {
      MerkleMap map = maps.get(i);
      HashAlgorithm hashing = map.algorithmOr(assertion.algorithm());
      List<ByteRange> blocks = blocks(map, hashing, mdats.get(i));
      if (blocks.size() != map.count()) {
        throw BindingFault.mismatch(
            "BMFF hash: %d blocks, expected %d".formatted(blocks.size(), map.count()));
      }
      if (proofs.isEmpty()) {
        checkWithoutProofs(map, hashing, blocks);
      } else if (proofs.size() - used < blocks.size()) {
        throw BindingFault.mismatch("BMFF hash: fewer proofs than blocks");
      } else {
        for (int leaf = 0; leaf < blocks.size(); leaf++) {
          Slice found = hash(hashing, blocks.get(leaf));
          require(map.holds(hashing, found, leaf, proofs.get(used++)));
        }
      }
    }
  }

  private void checkWithoutProofs(MerkleMap map, HashAlgorithm hashing, List<ByteRange> blocks)
      throws IOException, InterruptedException, BindingFault {
    if (map.hashes().size() == 1 && map.count() > 1) {
      List<Slice> leaves = new ArrayList<>();
      for (ByteRange block : blocks) {
        leaves.add(hash(hashing, block));
      }
      require(MerkleTree.root(hashing, leaves).equals(map.hashes().get(0)));
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      require(map.holds(hashing, hash(hashing, blocks.get(i)), i));
    }
  }

  private Slice hash(HashAlgorithm hashing, ByteRange block)
      throws IOException, InterruptedException {
    return hasher.hash(hashing, block);
  }

  private static void require(boolean holds) throws BindingFault {
    if (!holds) {
      throw BindingFault.mismatch("BMFF hash: a block of samples has other bytes");
    }
  }

  private static List<ByteRange> blocks(MerkleMap map, HashAlgorithm hashing, BmffBox mdat)
      throws BindingFault {
    long at = Math.min(mdat.end(), mdat.start() + HEADER_BYTES);
    long left = mdat.end() - at;
    if (map.fixedBlockBytes().isPresent() && map.variableBlockBytes().isPresent()) {
      throw BindingFault.mismatch("BMFF hash: blocks of both fixed and variable size");
    }
    List<ByteRange> blocks = new ArrayList<>();
    if (map.fixedBlockBytes().isPresent()) {
      long size = map.fixedBlockBytes().getAsLong();
      if (size <= 1) {
        throw BindingFault.mismatch("BMFF hash: block size is %d".formatted(size));
      }
      requireRoom(left / size + 1, hashing);
      for (; left > 0; left -= Math.min(left, size)) {
        blocks.add(new ByteRange(mdat.end() - left, Math.min(left, size)));
      }
    } else if (map.variableBlockBytes().isPresent()) {
      requireRoom(map.variableBlockBytes().get().size(), hashing);
      for (long size : map.variableBlockBytes().get()) {
        if (size > mdat.end() - at) {
          throw BindingFault.mismatch("BMFF hash: block sizes exceed the mdat box");
        }
        blocks.add(new ByteRange(at, size));
        at += size;
      }
      if (at != mdat.end()) {
        throw BindingFault.mismatch("BMFF hash: block sizes end before the mdat box");
      }
    } else {
      blocks.add(new ByteRange(at, left));
    }
    return blocks;
  }

  private static void requireRoom(long leaves, HashAlgorithm hashing) throws BindingFault {
    if (leaves > MAX_LEAF_BYTES / hashing.hashBytes()) {
      throw BindingFault.mismatch("BMFF hash: %d blocks are too many".formatted(leaves));
    }
  }
}
