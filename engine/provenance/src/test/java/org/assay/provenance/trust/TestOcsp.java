package org.assay.provenance.trust;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes OCSP responses for tests. */
public final class TestOcsp {
  private TestOcsp() {}

  /** Not revoked. */
  public static CertificateStatus good() {
    return CertificateStatus.GOOD;
  }

  /** Revoked because the key was stolen. */
  public static CertificateStatus revoked(Instant at) {
    return new RevokedStatus(Date.from(at), CRLReason.keyCompromise);
  }

  /** Not known. */
  public static CertificateStatus unknown() {
    return new UnknownStatus();
  }

  /** A response of a responder, whose certificate comes with it, from an instant on for a day. */
  public static byte[] response(
      TestIdentity responder,
      TestIdentity issuer,
      TestIdentity about,
      CertificateStatus status,
      Instant from) {
    try {
      DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
      CertificateID id =
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1),
              issuer.holder(),
              about.holder().getSerialNumber());
      BasicOCSPRespBuilder builder =
          new BasicOCSPRespBuilder(
              new RespID(
                  responder.holder().getSubjectPublicKeyInfo(),
                  digests.get(CertificateID.HASH_SHA1)));
      builder.addResponse(id, status, Date.from(from), Date.from(from.plusSeconds(86_400)), null);
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .build(responder.keys().getPrivate()),
                  new X509CertificateHolder[] {responder.holder()},
                  Date.from(from)))
          .getEncoded();
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }
}
