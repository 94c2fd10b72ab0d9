package org.assay.provenance.trust;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Makes RFC 3161 tokens for tests. */
public final class TestTimeStamps {
  private TestTimeStamps() {}

  /** A token alone. */
  public static byte[] token(TestIdentity authority, byte[] data, Instant time) {
    try {
      return generator(authority)
          .generate(request(data), BigInteger.ONE, Date.from(time))
          .getEncoded();
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  /** A whole response. */
  public static byte[] response(TestIdentity authority, byte[] data, Instant time) {
    try {
      return new TimeStampResponseGenerator(
              generator(authority), java.util.Set.of(NISTObjectIdentifiers.id_sha256.getId()))
          .generate(request(data), BigInteger.ONE, Date.from(time))
          .getEncoded();
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  private static TimeStampRequest request(byte[] data) throws Exception {
    TimeStampRequestGenerator request = new TimeStampRequestGenerator();
    request.setCertReq(true);
    return request.generate(
        NISTObjectIdentifiers.id_sha256, MessageDigest.getInstance("SHA-256").digest(data));
  }

  private static TimeStampTokenGenerator generator(TestIdentity authority) throws Exception {
    String algorithm =
        authority.keys().getPrivate().getAlgorithm().equals("RSA")
            ? "SHA256withRSA"
            : "SHA256withECDSA";
    TimeStampTokenGenerator generator =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build(algorithm, authority.keys().getPrivate(), authority.holder()),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(
                    new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        NISTObjectIdentifiers.id_sha256)),
            new ASN1ObjectIdentifier("1.2.3.4"));
    List<X509CertificateHolder> sent = new ArrayList<>(List.of(authority.holder()));
    authority.chain().forEach(above -> sent.add(above.holder()));
    generator.addCertificates(new org.bouncycastle.util.CollectionStore<>(sent));
    return generator;
  }
}
