package org.assay.provenance.status;

import java.util.Objects;

/**
 * One finding of validation.
 *
 * @param url JUMBF URI of the box that it is about; hostile text, empty when there is none
 * @param explanation one sentence for people; may hold hostile text
 */
public record Status(StatusCode code, String url, String explanation) {

  /** Checks that nothing is missing. */
  public Status {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** Whether a check failed. */
  public boolean failed() {
    return code.kind() == StatusCode.Kind.FAILURE;
  }
}
