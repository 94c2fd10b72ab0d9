package org.assay.signal;

/** One thing a detector can tell about a media item, and the only vocabulary the rules see. */
public sealed interface Signal
    permits DetectorScore,
        Fingerprint,
        BankMatch,
        Provenance,
        Mark,
        Mention,
        Consent,
        Activity,
        Abstention {

  /** Who spoke, in kebab case, such as {@code face-swap}. */
  String detector();
}
