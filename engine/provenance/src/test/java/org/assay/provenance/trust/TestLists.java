package org.assay.provenance.trust;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Trust lists for tests. */
public final class TestLists {
  private TestLists() {}

  /** One list with one anchor, and the key usages of the specification. */
  public static TrustLists of(TestIdentity anchor, TrustList.Kind... kinds) {
    return new TrustLists(
        List.of(new TrustList("sample", Set.of(kinds), List.of(anchor.certificate()), Set.of())),
        TrustLists.SPECIFIED_KEY_USAGES,
        Optional.empty());
  }

  /** The lists of both. */
  public static TrustLists join(TrustLists one, TrustLists other) {
    return new TrustLists(
        java.util.stream.Stream.concat(one.lists().stream(), other.lists().stream()).toList(),
        one.extendedKeyUsages(),
        Optional.empty());
  }
}
