package org.assay.provenance;

import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.validation.ValidationReport;

/**
 * The Content Credentials of one file and what they are worth.
 *
 * @param report empty when there are none
 */
public record ValidatedCredentials(Credentials credentials, Optional<ValidationReport> report) {

  /** Checks that nothing is missing. */
  public ValidatedCredentials {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(report, "report");
  }
}
