package org.assay.matching.hash;

final class PdqFullHasherTest extends HasherContract {
  @Override
  protected Hasher hasher() {
    return new PdqHasher(PdqHasher.Variant.FULL);
  }
}
