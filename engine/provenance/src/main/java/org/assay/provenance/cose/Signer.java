package org.assay.provenance.cose;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;

/**
 * Who signed. All text is hostile until the signature is trusted.
 *
 * @param issuer organisation of the leaf's subject, as the reference validator reports it
 * @param commonName of the leaf's subject; empty when there is none
 * @param algorithm such as {@code Es256}, as the reference validator spells it
 * @param time of a time stamp that counts; empty when there is none
 * @param anchor subject of the trust anchor that decided; empty when there is none
 * @param list name of the trust list that holds the anchor; empty when there is none
 * @param certificates DER, leaf first
 */
public record Signer(
    String issuer,
    String commonName,
    String algorithm,
    Optional<Instant> time,
    String anchor,
    String list,
    List<Slice> certificates) {

  /** Copies the list. */
  public Signer {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(commonName, "commonName");
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(list, "list");
    certificates = List.copyOf(certificates);
  }
}
