package org.assay.provenance.trust;

import java.util.Objects;
import org.assay.provenance.status.StatusCode;

/**
 * What a check found, before it is known which box it is about.
 *
 * @param why one sentence for people; may hold hostile text
 */
public record Note(StatusCode code, String why) {

  /** Checks that nothing is missing. */
  public Note {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(why, "why");
  }
}
