package org.assay.provenance.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * What a leaf certificate must look like, C2PA 2.2 section 14.5.1. Immutable.
 *
 * @param allowed key usages that a signer may have besides e-mail protection
 * @param demanded the one usage that a time stamp or OCSP response needs; empty for signers
 */
public record CertificateProfile(Mode mode, Set<String> allowed, Optional<KeyPurposeId> demanded) {

  /** Copies the set. */
  public CertificateProfile {
    allowed = Set.copyOf(allowed);
  }

  /** That of signers of claims. */
  public static CertificateProfile signer(Mode mode, TrustLists lists) {
    boolean specified = mode == Mode.STRICT && lists.extendedKeyUsages().isEmpty();
    return new CertificateProfile(
        mode,
        specified ? TrustLists.SPECIFIED_KEY_USAGES : lists.extendedKeyUsages(),
        Optional.empty());
  }

  /** That of signers of identity assertions, whose key usages nothing configures. */
  public static CertificateProfile identity(Mode mode) {
    return new CertificateProfile(mode, TrustLists.SPECIFIED_KEY_USAGES, Optional.empty());
  }

  static CertificateProfile timeStamp(Mode mode) {
    return new CertificateProfile(mode, Set.of(), Optional.of(KeyPurposeId.id_kp_timeStamping));
  }

  static CertificateProfile ocsp(Mode mode) {
    return new CertificateProfile(mode, Set.of(), Optional.of(KeyPurposeId.id_kp_OCSPSigning));
  }

  /**
   * What a check gives.
   *
   * @param passed whether the certificate may be used; false with no notes where the reference
   *     validator refuses without a word
   */
  public record Outcome(boolean passed, List<Note> notes) {

    /** Copies the list. */
    public Outcome {
      notes = List.copyOf(notes);
    }
  }

  /** Checks a leaf certificate that is used at an instant; stops at the first fault but one. */
  public Outcome check(Certificate certificate, Instant instant) {
    List<Note> notes = new ArrayList<>();
    KeyUsages usages = KeyUsages.of(certificate);
    if (demanded.isPresent() && !usages.contains(demanded.get())) {
      notes.add(invalid("the certificate is not made for " + demanded.get().getId()));
    }
    boolean passed =
        structure(certificate, instant, notes)
            && key(certificate, notes)
            && purpose(usages, notes)
            && extensions(certificate, usages, notes)
            && leaf(certificate, notes);
    boolean strict = mode == Mode.STRICT;
    return new Outcome(passed && (!strict || notes.isEmpty()), notes);
  }

  private boolean structure(Certificate certificate, Instant instant, List<Note> notes) {
    if (certificate.holder().getVersionNumber() != 3) {
      return fails(notes, "expected version 3 of X.509");
    }
    if (!certificate.validAt(instant)) {
      String text = "valid from %s to %s, used at %s";
      notes.add(
          new Note(
              StatusCode.SIGNING_CREDENTIAL_EXPIRED,
              text.formatted(certificate.notBefore(), certificate.notAfter(), instant)));
      return false;
    }
    return KeyRules.signatureFault(certificate).map(why -> report(notes, why)).orElse(true);
  }

  private boolean key(Certificate certificate, List<Note> notes) {
    Optional<KeyRules.Flaw> flaw = KeyRules.keyFault(certificate);
    if (flaw.isPresent()) {
      return report(notes, flaw.get());
    }
    if (certificate.authority() && certificate.selfIssued()) {
      return fails(notes, "the certificate is self-signed");
    }
    boolean identifiers =
        certificate.holder().toASN1Structure().getTBSCertificate().getIssuerUniqueId() != null
            || certificate.holder().toASN1Structure().getTBSCertificate().getSubjectUniqueId()
                != null;
    return !identifiers || fails(notes, "unique identifiers are not allowed");
  }

  private boolean purpose(KeyUsages usages, List<Note> notes) {
    if (!usages.present()) {
      return true; // counted with the extensions, as only leaves need it
    }
    if (usages.any()) {
      return fails(notes, "made for any extended key usage");
    }
    if (!usages.allowed(allowed)) {
      return fails(notes, "made for no key usage that is accepted");
    }
    return !usages.mixed() || fails(notes, "time stamping and OCSP signing may only stand alone");
  }

  private boolean extensions(Certificate certificate, KeyUsages usages, List<Note> notes) {
    Optional<String> fault = ExtensionRules.fault(certificate, usages, mode);
    if (fault.isEmpty() && mode == Mode.STRICT && demanded.isPresent() && !usages.critical()) {
      boolean timeStamping = demanded.get().equals(KeyPurposeId.id_kp_timeStamping);
      return !timeStamping || fails(notes, "extended key usage must be critical, RFC 3161 2.3");
    }
    return fault.isEmpty() || fails(notes, fault.get());
  }

  private boolean leaf(Certificate certificate, List<Note> notes) {
    return !certificate.authority() || fails(notes, "expected an end entity, found an authority");
  }

  /** The reference validator says nothing about structures that it cannot read. */
  private boolean report(List<Note> notes, KeyRules.Flaw flaw) {
    boolean unsaid = flaw.silent() && mode == Mode.COMPAT;
    return !unsaid && fails(notes, flaw.why());
  }

  private static boolean fails(List<Note> notes, String why) {
    notes.add(invalid(why));
    return false;
  }

  private static Note invalid(String why) {
    return new Note(StatusCode.SIGNING_CREDENTIAL_INVALID, why);
  }
}
