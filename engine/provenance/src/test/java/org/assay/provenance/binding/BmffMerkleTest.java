package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmffMerkleTest {
  private static final String V3 = "c2pa.hash.bmff.v3";
  private static final int BLOCK_BYTES = 64;

  private final byte[] mdat = Movie.mdat(500, new Random(9));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void blocksOfAnMdatBoxAreCheckedAgainstAnyRow(int height) throws Exception {
    List<List<Slice>> rows = SlowTree.rows(blocks());
    Object assertion = overBlocks(rows.get(height), Map.of("fixedBlockSize", BLOCK_BYTES));
    List<byte[]> boxes = new ArrayList<>(List.of(Movie.ftyp(), mdat));
    if (height > 0) {
      boxes.addAll(proofs(rows, height));
    }
    assertThat(codes(Movie.join(boxes), assertion)).contains(ASSERTION_BMFF_HASH_MATCH);
    for (int at : new int[] {17, 100, mdat.length - 1}) {
      byte[] changed = mdat.clone();
      changed[at] ^= 1;
      boxes.set(1, changed);
      assertThat(codes(Movie.join(boxes), assertion)).contains(ASSERTION_BMFF_HASH_MISMATCH);
    }
  }

  @Test
  void rootAloneIsEnoughWithoutProofs() throws Exception {
    List<List<Slice>> rows = SlowTree.rows(blocks());
    Object assertion = overBlocks(rows.get(rows.size() - 1), Map.of("fixedBlockSize", BLOCK_BYTES));
    assertThat(codes(Movie.join(List.of(Movie.ftyp(), mdat)), assertion))
        .contains(ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void blocksMayHaveSizesOfTheirOwn() throws Exception {
    List<Slice> leaves =
        List.of(
            Slice.of(BoundBytes.sha256(Arrays.copyOfRange(mdat, 16, 26))),
            Slice.of(BoundBytes.sha256(Arrays.copyOfRange(mdat, 26, mdat.length))));
    byte[] file = Movie.join(List.of(Movie.ftyp(), mdat));
    long rest = mdat.length - 26L;
    for (long last : new long[] {rest, rest + 1, rest - 1}) {
      Object assertion = overBlocks(leaves, Map.of("variableBlockSizes", List.of(10L, last)));
      assertThat(codes(file, assertion))
          .contains(last == rest ? ASSERTION_BMFF_HASH_MATCH : ASSERTION_BMFF_HASH_MISMATCH);
    }
  }

  @Test
  void exchangedBlocksWithExchangedProofsAreAMismatch() throws Exception {
    List<List<Slice>> rows = SlowTree.rows(blocks());
    Object assertion = overBlocks(rows.get(1), Map.of("fixedBlockSize", BLOCK_BYTES));
    byte[] exchanged = mdat.clone();
    System.arraycopy(mdat, 16, exchanged, 16 + BLOCK_BYTES, BLOCK_BYTES);
    System.arraycopy(mdat, 16 + BLOCK_BYTES, exchanged, 16, BLOCK_BYTES);
    List<byte[]> proofs = proofs(rows, 1);
    Collections.swap(proofs, 0, 1);
    List<byte[]> boxes = new ArrayList<>(List.of(Movie.ftyp(), exchanged));
    boxes.addAll(proofs);
    assertThat(codes(Movie.join(boxes), assertion)).contains(ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void tinyBlocksOfALargeBoxAreRefusedBeforeTheyAreCounted() throws Exception {
    byte[] large = Movie.mdat(4 << 20, new Random(1));
    Object assertion = overBlocks(List.of(), Map.of("fixedBlockSize", 2));
    assertThat(codes(Movie.join(List.of(Movie.ftyp(), large)), assertion))
        .contains(ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void fragmentsOfOneFileAreCheckedWithWhatStandsBeforeThem() throws Exception {
    byte[] head = Movie.join(List.of(Movie.ftyp(), Movie.moov()));
    byte[] moov = Movie.moov();
    byte[] initHash = BoundBytes.sha256(BoundBytes.u64(Movie.ftyp().length), moov);
    List<byte[]> moofs = new ArrayList<>();
    List<byte[]> mdats = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 3; i++) {
      moofs.add(Movie.box("moof", Movie.box("mfhd", new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) i})));
      mdats.add(Movie.mdat(40, random));
    }
    int proofBytes = Movie.proof(0, List.of()).length;
    List<Slice> leaves = new ArrayList<>();
    long at = head.length;
    for (int i = 0; i < 3; i++) {
      at += proofBytes;
      byte[] moofAt = BoundBytes.u64(at);
      byte[] mdatAt = BoundBytes.u64(at + moofs.get(i).length);
      leaves.add(Slice.of(BoundBytes.sha256(moofAt, moofs.get(i), mdatAt, mdats.get(i))));
      at += moofs.get(i).length + mdats.get(i).length;
    }
    Object assertion = overFragments(initHash, leaves);
    List<byte[]> boxes = new ArrayList<>(List.of(head));
    for (int i = 0; i < 3; i++) {
      boxes.addAll(List.of(Movie.proof(i, List.of()), moofs.get(i), mdats.get(i)));
    }
    byte[] file = Movie.join(boxes);
    assertThat(codes(file, assertion)).contains(ASSERTION_BMFF_HASH_MATCH);
    for (int changedAt : new int[] {head.length - 1, file.length - 1, file.length - 60}) {
      byte[] changed = file.clone();
      changed[changedAt] ^= 1;
      assertThat(codes(changed, assertion)).contains(ASSERTION_BMFF_HASH_MISMATCH);
    }
    assertThat(codes(Movie.join(boxes.subList(0, 7)), assertion))
        .contains(ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void fragmentsInFilesOfTheirOwnAreCheckedWithTheInitialisationSegment(@TempDir Path folder)
      throws Exception {
    byte[] head = Movie.join(List.of(Movie.ftyp(), Movie.moov()));
    byte[] initHash = BoundBytes.sha256(BoundBytes.u64(Movie.ftyp().length), Movie.moov());
    byte[] moof = Movie.box("moof");
    byte[] samples = Movie.mdat(40, new Random(2));
    long moofAt = Movie.proof(0, List.of()).length;
    Slice leaf =
        Slice.of(
            BoundBytes.sha256(
                BoundBytes.u64(moofAt), moof, BoundBytes.u64(moofAt + moof.length), samples));
    List<Slice> leaves = List.of(Slice.of(new byte[32]), leaf);
    Object assertion = overFragments(initHash, leaves);
    byte[] bytes = Movie.join(List.of(Movie.proof(1, List.of()), moof, samples));
    Path fragment = Files.write(folder.resolve("1.m4s"), bytes);
    assertThat(fragmentCodes(head, fragment, assertion)).contains(ASSERTION_BMFF_HASH_MATCH);
    byte[] otherHead = head.clone();
    otherHead[otherHead.length - 1] ^= 1;
    assertThat(fragmentCodes(otherHead, fragment, assertion))
        .contains(ASSERTION_BMFF_HASH_MISMATCH);
    bytes[bytes.length - 1] ^= 1;
    Files.write(fragment, bytes);
    assertThat(fragmentCodes(head, fragment, assertion)).contains(ASSERTION_BMFF_HASH_MISMATCH);
    Files.write(fragment, Movie.join(List.of(moof, samples)));
    assertThat(fragmentCodes(head, fragment, assertion)).contains(ASSERTION_BMFF_HASH_MISMATCH);
  }

  private static List<StatusCode> fragmentCodes(byte[] head, Path fragment, Object assertion)
      throws Exception {
    return BoundBytes.codes(V3, assertion, BoundBytes.fragmented(head, List.of(fragment)));
  }

  private static List<StatusCode> codes(byte[] file, Object assertion) throws Exception {
    return BoundBytes.codes(V3, assertion, BoundBytes.file(MediaType.MP4, file, Optional.empty()));
  }

  private List<Slice> blocks() {
    List<Slice> leaves = new ArrayList<>();
    for (int at = 16; at < mdat.length; at += BLOCK_BYTES) {
      byte[] block = Arrays.copyOfRange(mdat, at, Math.min(mdat.length, at + BLOCK_BYTES));
      leaves.add(Slice.of(BoundBytes.sha256(block)));
    }
    return leaves;
  }

  private static List<byte[]> proofs(List<List<Slice>> rows, int height) {
    List<byte[]> boxes = new ArrayList<>();
    for (int leaf = 0; leaf < rows.get(0).size(); leaf++) {
      boxes.add(Movie.proof(leaf, SlowTree.proof(rows, leaf, height)));
    }
    return boxes;
  }

  private Map<String, Object> overBlocks(List<Slice> row, Map<String, Object> sizes) {
    boolean fixed = sizes.containsKey("fixedBlockSize");
    Map<String, Object> tree =
        map("uniqueId", 1, "localId", 2, "count", fixed ? blocks().size() : 2, "hashes", row);
    tree.putAll(sizes);
    List<Object> exclusions = new ArrayList<>(Movie.mandatoryExclusions());
    exclusions.add(map("xpath", "/mdat", "subset", List.of(map("offset", 16, "length", 0))));
    byte[] head = Arrays.copyOf(mdat, 16);
    byte[] hash = BoundBytes.sha256(BoundBytes.u64(Movie.ftyp().length), head);
    return map("exclusions", exclusions, "alg", "sha256", "hash", hash, "merkle", List.of(tree));
  }

  private static Map<String, Object> overFragments(byte[] initHash, List<Slice> leaves) {
    Map<String, Object> tree =
        map(
            "uniqueId",
            1,
            "localId",
            2,
            "count",
            leaves.size(),
            "initHash",
            initHash,
            "hashes",
            leaves);
    return map("exclusions", Movie.mandatoryExclusions(), "alg", "sha256", "merkle", List.of(tree));
  }
}
