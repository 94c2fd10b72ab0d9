package org.assay.provenance.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.Attributes;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * One signature on a time-stamp token, RFC 5652 section 5.3.
 *
 * @param time when it was made: a signed signing time where there is one, else that of the token
 */
record TimeStampSigner(SignerInfo info, Certificate certificate, Instant time) {

  /** Empty when its certificate is not among those of the token. */
  static Optional<TimeStampSigner> of(
      SignerInfo info, List<Certificate> certificates, Instant tokenTime, Mode mode)
      throws MediaException {
    for (Certificate certificate : certificates) {
      if (Asn1.guard("SignerInfo", () -> names(info, certificate, mode))) {
        Instant time = Asn1.guard("signing time", () -> signingTime(info).orElse(tokenTime));
        return Optional.of(new TimeStampSigner(info, certificate, time));
      }
    }
    return Optional.empty();
  }

  private static boolean names(SignerInfo info, Certificate certificate, Mode mode) {
    ASN1Encodable id = info.getSID().getId();
    if (id instanceof ASN1OctetString keyIdentifier) {
      // the reference compares the encoded extension and so finds none
      return mode == Mode.STRICT
          && certificate
              .extension(Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
              .filter(key -> Slice.of(key.getKeyIdentifier()).equals(octets(keyIdentifier)))
              .isPresent();
    }
    IssuerAndSerialNumber issuer = IssuerAndSerialNumber.getInstance(id);
    return issuer.getSerialNumber().getValue().equals(certificate.holder().getSerialNumber())
        && Certificate.encoded(issuer.getName())
            .equals(Certificate.encoded(certificate.holder().getIssuer()));
  }

  private static Slice octets(ASN1OctetString value) {
    return Slice.of(value.getOctets());
  }

  private static Optional<Instant> signingTime(SignerInfo info) {
    return attribute(info, CMSAttributes.signingTime)
        .filter(attribute -> attribute.getAttrValues().size() == 1)
        .map(attribute -> Time.getInstance(attribute.getAttrValues().getObjectAt(0)))
        .map(time -> time.getDate().toInstant());
  }

  private static Optional<Attribute> attribute(SignerInfo info, ASN1ObjectIdentifier kind) {
    if (info.getAuthenticatedAttributes() == null) {
      return Optional.empty();
    }
    for (ASN1Encodable one : info.getAuthenticatedAttributes()) {
      Attribute attribute = Attribute.getInstance(one);
      if (attribute.getAttrType().equals(kind)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /** What is wrong with digest, signature or validity. */
  Optional<Note> fault(TimeStampToken token, Mode mode, SignatureScheme.Limits limits) {
    try {
      return digestFault(token)
          .or(() -> signatureFault(token, mode, limits))
          .or(() -> validityFault(token));
    } catch (RuntimeException malformed) {
      return note(StatusCode.TIME_STAMP_MALFORMED, "attributes: " + malformed.getMessage());
    }
  }

  private Optional<Note> digestFault(TimeStampToken token) {
    if (info.getAuthenticatedAttributes() == null) {
      return Optional.empty();
    }
    Optional<Attribute> attribute = attribute(info, CMSAttributes.messageDigest);
    if (attribute.isEmpty() || attribute.get().getAttrValues().size() != 1) {
      return note(StatusCode.TIME_STAMP_MALFORMED, "expected one message digest");
    }
    Slice digest =
        octets(ASN1OctetString.getInstance(attribute.get().getAttrValues().getObjectAt(0)));
    Optional<Slice> expected =
        Digests.of(info.getDigestAlgorithm().getAlgorithm(), token.content());
    if (expected.isEmpty()) {
      return note(StatusCode.TIME_STAMP_MALFORMED, "unknown hash of the message digest");
    }
    return expected.get().equals(digest)
        ? Optional.empty()
        : note(StatusCode.TIME_STAMP_MISMATCH, "message digest of another TSTInfo");
  }

  private Optional<Note> signatureFault(
      TimeStampToken token, Mode mode, SignatureScheme.Limits limits) {
    AlgorithmIdentifier key = certificate.publicKey().getAlgorithm();
    AlgorithmIdentifier named = mode == Mode.COMPAT ? key : info.getDigestEncryptionAlgorithm();
    boolean verified =
        SignatureScheme.of(key, info.getDigestAlgorithm().getAlgorithm(), named)
            .filter(
                scheme ->
                    scheme.verifies(
                        certificate.publicKey(),
                        signed(token),
                        info.getEncryptedDigest().getOctets(),
                        limits))
            .isPresent();
    return verified
        ? Optional.empty()
        : note(StatusCode.TIME_STAMP_UNTRUSTED, "the signature of the token is wrong");
  }

  private Slice signed(TimeStampToken token) {
    if (info.getAuthenticatedAttributes() == null) {
      return token.content();
    }
    try {
      return Slice.of(
          Attributes.getInstance(info.getAuthenticatedAttributes()).getEncoded(ASN1Encoding.DER));
    } catch (IOException fault) {
      throw new IllegalArgumentException(fault);
    }
  }

  private Optional<Note> validityFault(TimeStampToken token) {
    long second = time.getEpochSecond();
    boolean valid =
        second >= certificate.notBefore().getEpochSecond() - token.accuracySeconds()
            && second <= certificate.notAfter().getEpochSecond() + token.accuracySeconds();
    return valid
        ? Optional.empty()
        : note(
            StatusCode.TIME_STAMP_OUTSIDE_VALIDITY,
            "the authority's certificate was not valid at " + time);
  }

  /** The other certificates of the token from its issuer upwards. */
  List<Certificate> issuers(TimeStampToken token) {
    List<Certificate> left = new ArrayList<>(token.certificates());
    left.remove(certificate);
    List<Certificate> issuers = new ArrayList<>();
    Certificate current = certificate;
    for (Optional<Certificate> next = issuer(current, left);
        next.isPresent();
        next = issuer(current, left)) {
      current = next.get();
      left.remove(current);
      issuers.add(current);
    }
    return issuers;
  }

  private static Optional<Certificate> issuer(Certificate certificate, List<Certificate> left) {
    return left.stream().filter(certificate::namesAsIssuer).findFirst();
  }

  private static Optional<Note> note(StatusCode code, String why) {
    return Optional.of(new Note(code, why));
  }
}
