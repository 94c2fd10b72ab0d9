package org.assay.provenance.trust;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One list of certificates to believe.
 *
 * @param name for people, such as the name of its file
 * @param kinds what it may vouch for
 * @param anchors roots or intermediates
 * @param endEntities SHA-256 of leaf certificates that are believed as they are, lower-case hex
 */
public record TrustList(
    String name, Set<Kind> kinds, List<Certificate> anchors, Set<String> endEntities) {

  /** What a list may vouch for. */
  public enum Kind {
    /** Signers of claims. */
    SIGNER,
    /** Time-stamp authorities. */
    TIME_STAMP,
    /** Signers of CAWG identity assertions. */
    IDENTITY
  }

  /** Copies the collections. */
  public TrustList {
    Objects.requireNonNull(name, "name");
    kinds = Set.copyOf(kinds);
    anchors = List.copyOf(anchors);
    endEntities = Set.copyOf(endEntities);
  }
}
