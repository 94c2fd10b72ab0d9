package org.assay.provenance.cose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.status.Status;

/**
 * What is to be said about one claim signature.
 *
 * @param signer empty when no certificate could be read
 * @param statuses in the order of the checks
 */
public record SignatureReport(Optional<Signer> signer, List<Status> statuses) {

  /** Copies the list. */
  public SignatureReport {
    Objects.requireNonNull(signer, "signer");
    statuses = List.copyOf(statuses);
  }
}
