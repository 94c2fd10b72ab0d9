package org.assay.provenance.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/**
 * The parts of a time-stamp token that are checked, RFC 3161 section 2.4.2.
 *
 * @param content the exact bytes of the TSTInfo
 * @param signers those whose certificate is in the token
 * @param accuracySeconds how far the time may be off, rounded up
 */
record TimeStampToken(
    Slice content,
    List<Certificate> certificates,
    List<TimeStampSigner> signers,
    Instant time,
    long accuracySeconds,
    ASN1ObjectIdentifier imprintAlgorithm,
    Slice imprint) {

  private static final int GRANTED_WITH_CHANGES = 1;

  TimeStampToken {
    certificates = List.copyOf(certificates);
    signers = List.copyOf(signers);
  }

  static TimeStampToken parse(Slice bytes, Mode mode) throws MediaException {
    ASN1Primitive first = Asn1.first("time stamp", bytes);
    ASN1Sequence outer = Asn1.guard("time stamp", () -> ASN1Sequence.getInstance(first));
    SignedData signed = Asn1.guard("time stamp", () -> signedData(outer));
    byte[] content =
        Asn1.guard(
            "time stamp",
            () ->
                ASN1OctetString.getInstance(signed.getEncapContentInfo().getContent()).getOctets());
    TSTInfo info =
        Asn1.guard(
            "TSTInfo",
            () ->
                signed
                        .getEncapContentInfo()
                        .getContentType()
                        .equals(PKCSObjectIdentifiers.id_ct_TSTInfo)
                    ? TSTInfo.getInstance(content)
                    : null);
    Instant time = Asn1.guard("TSTInfo", () -> date(info));
    List<Certificate> certificates = certificates(signed);
    List<TimeStampSigner> signers = new ArrayList<>();
    for (ASN1Encodable one : Asn1.guard("time stamp", signed::getSignerInfos)) {
      SignerInfo signer = Asn1.guard("SignerInfo", () -> SignerInfo.getInstance(one));
      Optional<TimeStampSigner> found = TimeStampSigner.of(signer, certificates, time, mode);
      found.ifPresent(signers::add);
    }
    return new TimeStampToken(
        Slice.of(content),
        certificates,
        signers,
        time,
        Asn1.guard("TSTInfo", () -> accuracySeconds(info.getAccuracy())),
        Asn1.guard("TSTInfo", () -> info.getMessageImprint().getHashAlgorithm().getAlgorithm()),
        Slice.of(Asn1.guard("TSTInfo", () -> info.getMessageImprint().getHashedMessage())));
  }

  private static Instant date(TSTInfo info) {
    try {
      return info.getGenTime().getDate().toInstant();
    } catch (java.text.ParseException fault) {
      throw new IllegalArgumentException("genTime: " + fault.getMessage(), fault);
    }
  }

  /** A response starts with a status, a token with an identifier. */
  private static SignedData signedData(ASN1Sequence outer) {
    ContentInfo content;
    if (outer.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
      content = ContentInfo.getInstance(outer);
    } else {
      TimeStampResp response = TimeStampResp.getInstance(outer);
      int status = response.getStatus().getStatus().intValue();
      if (status < 0 || status > GRANTED_WITH_CHANGES || response.getTimeStampToken() == null) {
        throw new IllegalArgumentException("the authority granted no token, status " + status);
      }
      content = response.getTimeStampToken();
    }
    if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
      throw new IllegalArgumentException("no signed data but " + content.getContentType());
    }
    return SignedData.getInstance(content.getContent());
  }

  /** Empty also when one of them is no X.509 certificate. */
  private static List<Certificate> certificates(SignedData signed) {
    List<Certificate> certificates = new ArrayList<>();
    if (signed.getCertificates() == null) {
      return certificates;
    }
    try {
      for (ASN1Encodable one : signed.getCertificates()) {
        byte[] der = Asn1.guard("certificate", () -> one.toASN1Primitive().getEncoded());
        certificates.add(Certificate.parse(Slice.of(der)));
      }
      return certificates;
    } catch (MediaException notACertificate) {
      return List.of(); // tokens without certificates are untrusted
    }
  }

  private static long accuracySeconds(Accuracy accuracy) {
    if (accuracy == null) {
      return 0;
    }
    long micros =
        value(accuracy.getSeconds()) * 1_000_000
            + value(accuracy.getMillis()) * 1_000
            + value(accuracy.getMicros());
    return Math.floorDiv(micros + 999_999, 1_000_000L);
  }

  private static long value(ASN1Integer number) {
    return number == null ? 0 : number.getValue().intValueExact();
  }
}
