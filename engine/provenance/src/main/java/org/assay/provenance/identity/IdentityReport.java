package org.assay.provenance.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Status;

/**
 * What is to be said about one identity assertion. All text is hostile.
 *
 * @param kind its {@code sig_type}; empty when it cannot be read
 * @param signer of a certificate; empty for aggregated claims
 * @param issuer identifier of the aggregator; empty for a certificate
 * @param identities what the aggregator verified; empty for a certificate
 */
public record IdentityReport(
    String kind,
    Optional<Signer> signer,
    String issuer,
    List<VerifiedIdentity> identities,
    List<Status> statuses) {

  /** Copies the lists. */
  public IdentityReport {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(issuer, "issuer");
    identities = List.copyOf(identities);
    statuses = List.copyOf(statuses);
  }
}
