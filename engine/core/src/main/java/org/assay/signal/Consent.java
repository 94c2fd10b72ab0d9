package org.assay.signal;

import java.util.Objects;

/**
 * What the person or creator concerned allows. The default of every purpose is no.
 *
 * @param subject the person or account concerned
 * @param purpose such as {@code remix}, {@code dub} or {@code likeness}
 * @param allowed whether consent is on record for that purpose at the time of the post
 */
public record Consent(String detector, String subject, String purpose, boolean allowed)
    implements Signal {

  /** Checks that nothing is missing. */
  public Consent {
    Kebab.require("detector", detector);
    Objects.requireNonNull(subject, "subject");
    Kebab.require("purpose", purpose);
  }
}
