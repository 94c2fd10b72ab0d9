package org.assay.provenance.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.provenance.bytes.Slice;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class MerkleTreeTest {

  @RepeatedTest(60)
  void everyLeafLeadsToEveryRowByItsProofAndNoOtherLeafDoes(Random random) {
    List<List<Slice>> rows = SlowTree.rows(leaves(1 + random.nextInt(40), random));
    int count = rows.get(0).size();
    for (int height = 0; height < rows.size(); height++) {
      for (int leaf = 0; leaf < count; leaf++) {
        List<Slice> proof = SlowTree.proof(rows, leaf, height);
        Slice value = rows.get(0).get(leaf);
        assertThat(leads(value, leaf, count, proof, rows.get(height))).isTrue();
        assertThat(leads(other(value), leaf, count, proof, rows.get(height))).isFalse();
        if (!proof.isEmpty()) {
          List<Slice> broken = new ArrayList<>(proof);
          int at = random.nextInt(broken.size());
          broken.set(at, other(broken.get(at)));
          assertThat(leads(value, leaf, count, broken, rows.get(height))).isFalse();
          List<Slice> shorter = proof.subList(1, proof.size());
          assertThat(leads(value, leaf, count, shorter, rows.get(height))).isFalse();
        }
      }
    }
    assertThat(MerkleTree.root(HashAlgorithm.SHA256, rows.get(0)))
        .isEqualTo(rows.get(rows.size() - 1).get(0));
  }

  @Test
  void placesAndRowsThatAreNotInTheTreeAreRefused() {
    List<List<Slice>> rows = SlowTree.rows(leaves(5, new Random(1)));
    Slice leaf = rows.get(0).get(0);
    assertThat(leads(leaf, 5, 5, List.of(), rows.get(0))).isFalse();
    assertThat(leads(leaf, Long.MAX_VALUE, Long.MAX_VALUE, List.of(), rows.get(0))).isFalse();
    assertThat(leads(leaf, 0, 5, List.of(), rows.get(0).subList(0, 4))).isFalse();
    assertThat(leads(leaf, 0, 5, List.of(), List.of())).isFalse();
  }

  private static boolean leads(
      Slice leaf, long location, long count, List<Slice> proof, List<Slice> row) {
    return MerkleTree.leads(HashAlgorithm.SHA256, leaf, location, count, proof, row);
  }

  private static Slice other(Slice value) {
    byte[] bytes = value.toArray();
    bytes[0] ^= 1;
    return Slice.of(bytes);
  }

  private static List<Slice> leaves(int count, Random random) {
    List<Slice> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(Slice.of(leaf));
    }
    return leaves;
  }
}
