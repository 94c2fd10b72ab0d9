package org.assay.matching.bank;

final class FlatHashIndexTest extends HashIndexContract {
  @Override
  protected HashIndex index() {
    return new FlatHashIndex();
  }
}
