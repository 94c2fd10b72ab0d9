package org.assay.matching.hash;

final class PdqRef512HasherTest extends HasherContract {
  @Override
  protected Hasher hasher() {
    return new PdqHasher(PdqHasher.Variant.REF512);
  }
}
