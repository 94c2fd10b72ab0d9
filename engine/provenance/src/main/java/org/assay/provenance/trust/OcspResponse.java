package org.assay.provenance.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.Revocation.State;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;

/**
 * A basic OCSP response, RFC 6960 section 4.2.1.
 *
 * @param certificates that came with it, the responder's first
 */
record OcspResponse(BasicOCSPResp basic, List<SingleResp> singles, List<Certificate> certificates) {

  static final int NO_REASON = -1;
  static final int REMOVE_FROM_CRL = 8;

  private static final int MAX_ANSWERS = 1000;

  OcspResponse {
    singles = List.copyOf(singles);
    certificates = List.copyOf(certificates);
  }

  /**
   * What it says of one certificate.
   *
   * @param nextUpdate empty when there is none
   * @param revokedAt the epoch when it is not revoked
   * @param reason of the revocation, RFC 5280 section 5.3.1, or {@link #NO_REASON}
   */
  record Answer(
      State state,
      Instant thisUpdate,
      Optional<Instant> nextUpdate,
      Instant revokedAt,
      int reason) {

    static Answer of(SingleResp single) {
      CertificateStatus status = single.getCertStatus();
      State state = State.UNKNOWN;
      Instant revokedAt = Instant.EPOCH;
      int reason = NO_REASON;
      if (status == CertificateStatus.GOOD) {
        state = State.GOOD;
      } else if (status instanceof RevokedStatus revoked) {
        state = State.REVOKED;
        revokedAt = revoked.getRevocationTime().toInstant();
        reason = revoked.hasRevocationReason() ? revoked.getRevocationReason() : NO_REASON;
      }
      return new Answer(
          state,
          single.getThisUpdate().toInstant(),
          Optional.ofNullable(single.getNextUpdate()).map(java.util.Date::toInstant),
          revokedAt,
          reason);
    }
  }

  static OcspResponse parse(Slice der) throws MediaException {
    ASN1Primitive first = Asn1.first("OCSP response", der);
    BasicOCSPResp basic = Asn1.guard("OCSP response", () -> basic(first));
    List<Certificate> certificates = new ArrayList<>();
    for (X509CertificateHolder holder : Asn1.guard("OCSP response", basic::getCerts)) {
      certificates.add(
          Certificate.parse(Slice.of(Asn1.guard("OCSP response", holder::getEncoded))));
    }
    List<SingleResp> singles =
        Asn1.guard("OCSP response", () -> Arrays.asList(basic.getResponses()));
    if (singles.size() > MAX_ANSWERS) {
      throw new MediaException(
          "OCSP response: expected at most %d answers, found %d"
              .formatted(MAX_ANSWERS, singles.size()));
    }
    for (SingleResp single : singles) {
      Asn1.guard("OCSP response", () -> Answer.of(single));
    }
    Asn1.guard("OCSP response", () -> basic.getProducedAt().toInstant());
    return new OcspResponse(basic, singles, certificates);
  }

  private static BasicOCSPResp basic(ASN1Primitive first) {
    org.bouncycastle.asn1.ocsp.OCSPResponse outer =
        org.bouncycastle.asn1.ocsp.OCSPResponse.getInstance(first);
    int status = outer.getResponseStatus().getIntValue();
    ResponseBytes bytes = outer.getResponseBytes();
    if (status != OCSPResponseStatus.SUCCESSFUL
        || bytes == null
        || !bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
      throw new IllegalArgumentException("no successful basic response, status " + status);
    }
    return new BasicOCSPResp(
        org.bouncycastle.asn1.ocsp.BasicOCSPResponse.getInstance(bytes.getResponse().getOctets()));
  }

  Instant producedAt() {
    return basic.getProducedAt().toInstant();
  }

  /** What it says of the certificate, if anything; certificates go by serial number and issuer. */
  List<Answer> answers(Certificate leaf, Certificate issuer) {
    return singles.stream()
        .filter(single -> concerns(single, leaf, issuer))
        .map(Answer::of)
        .toList();
  }

  private static boolean concerns(SingleResp single, Certificate leaf, Certificate issuer) {
    org.bouncycastle.asn1.ocsp.CertID id = single.getCertID().toASN1Primitive();
    Slice name = Certificate.encoded(issuer.holder().getSubject());
    Slice key = Slice.of(issuer.publicKey().getPublicKeyData().getBytes());
    return id.getSerialNumber().getValue().equals(leaf.holder().getSerialNumber())
        && Digests.of(id.getHashAlgorithm().getAlgorithm(), name)
            .equals(Optional.of(Slice.of(id.getIssuerNameHash().getOctets())))
        && Digests.of(id.getHashAlgorithm().getAlgorithm(), key)
            .equals(Optional.of(Slice.of(id.getIssuerKeyHash().getOctets())));
  }

  /**
   * Whether the responder's key made the signature: that of the first certificate, or of the issuer
   * where none came with it, which the reference does not accept.
   */
  boolean signed(Mode mode, Certificate issuer) {
    if (certificates.isEmpty() && mode == Mode.COMPAT) {
      return false;
    }
    Certificate responder = certificates.isEmpty() ? issuer : certificates.get(0);
    return SignatureScheme.of(basic.getSignatureAlgorithmID())
        .filter(
            scheme ->
                scheme.verifies(
                    responder.publicKey(),
                    Slice.of(basic.getTBSResponseData()),
                    basic.getSignature(),
                    SignatureScheme.Limits.of(mode)))
        .isPresent();
  }
}
