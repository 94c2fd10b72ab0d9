package org.assay.provenance.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key and its certificate, made for one test.
 *
 * @param chain the certificates above it that may be sent along, without roots
 */
public record TestIdentity(KeyPair keys, X509CertificateHolder holder, List<TestIdentity> chain) {
  /** When everything happens, unless a test says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private static final Map<String, KeyPair> RSA = new ConcurrentHashMap<>(); // slow to make
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  /** Copies the list. */
  public TestIdentity {
    chain = List.copyOf(chain);
  }

  /** A root. */
  public static TestIdentity root(String name) {
    return new Request(null).named(name).authority(-1).make();
  }

  /** Asks this authority for a certificate. */
  public Request issue() {
    return new Request(this);
  }

  /** Its certificate as the program sees it. */
  public Certificate certificate() {
    try {
      return Certificate.parse(Slice.of(der()));
    } catch (MediaException fault) {
      throw new AssertionError(fault);
    }
  }

  /** Its certificate's encoding. */
  public byte[] der() {
    try {
      return holder.getEncoded();
    } catch (java.io.IOException fault) {
      throw new AssertionError(fault);
    }
  }

  /** Its certificate and those above it but the root. */
  public List<byte[]> sent() {
    List<byte[]> sent = new ArrayList<>(List.of(der()));
    chain.forEach(above -> sent.add(above.der()));
    return sent;
  }

  /** Lists in which this is the only anchor. */
  public TrustLists trusted(TrustList.Kind... kinds) {
    return TestLists.of(this, kinds);
  }

  private static KeyPair keys(String kind) {
    return kind.startsWith("RSA") ? RSA.computeIfAbsent(kind, TestIdentity::make) : make(kind);
  }

  private static KeyPair make(String kind) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              kind.startsWith("RSA") ? "RSA" : kind.equals("Ed25519") ? kind : "EC");
      if (kind.startsWith("RSA")) {
        generator.initialize(Integer.parseInt(kind.substring("RSA-".length())));
      } else if (!kind.equals("Ed25519")) {
        generator.initialize(new ECGenParameterSpec(kind));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException fault) {
      throw new AssertionError(fault);
    }
  }

  /** What a certificate is to look like; by default a good signer's. */
  public static final class Request {
    private final TestIdentity issuer; // null for a root
    private String name = "C=XX,O=Sample Organisation,CN=Sample Signer";
    private String keyKind = "secp256r1";
    private String signature = "";
    private Instant from = NOW.minusSeconds(86_400);
    private Instant until = NOW.plusSeconds(86_400);
    private int keyUsage = KeyUsage.digitalSignature;
    private List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_emailProtection);
    private boolean purposesCritical;
    private boolean authorityKey = true;
    private boolean authority;
    private int pathLength = -1;
    private boolean uniqueId;
    private String unknownCritical = "";

    private Request(TestIdentity issuer) {
      this.issuer = issuer;
    }

    /** Its subject. */
    public Request named(String subject) {
      name = subject;
      return this;
    }

    /** Such as {@code secp384r1}, {@code RSA-2048} or {@code Ed25519}. */
    public Request key(String kind) {
      keyKind = kind;
      return this;
    }

    /** How the issuer signs it, such as {@code SHA1withECDSA}. */
    public Request signedWith(String algorithm) {
      signature = algorithm;
      return this;
    }

    /** Its validity. */
    public Request valid(Instant first, Instant last) {
      from = first;
      until = last;
      return this;
    }

    /** Bits of {@link KeyUsage}, or -1 for no extension. */
    public Request keyUsage(int bits) {
      keyUsage = bits;
      return this;
    }

    /** Its extended key usages; none for no extension. */
    public Request purposes(KeyPurposeId... all) {
      purposes = List.of(all);
      return this;
    }

    /** A time-stamp authority. */
    public Request timeStamping() {
      purposesCritical = true;
      return named("O=Sample Time,CN=Sample TSA").purposes(KeyPurposeId.id_kp_timeStamping);
    }

    /** A certificate authority. */
    public Request authority(int length) {
      authority = true;
      pathLength = length;
      keyUsage = KeyUsage.keyCertSign | KeyUsage.digitalSignature;
      purposes = List.of();
      return this;
    }

    /** Without naming the issuer's key. */
    public Request withoutAuthorityKey() {
      authorityKey = false;
      return this;
    }

    /** With a unique identifier of its subject. */
    public Request withUniqueId() {
      uniqueId = true;
      return this;
    }

    /** With an extension that nobody knows. */
    public Request unknownCritical(String identifier) {
      unknownCritical = identifier;
      return this;
    }

    /** Makes it. */
    public TestIdentity make() {
      try {
        KeyPair keys = keys(keyKind);
        return new TestIdentity(keys, holder(keys), above());
      } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException fault) {
        throw new AssertionError(fault);
      }
    }

    private List<TestIdentity> above() {
      List<TestIdentity> above = new ArrayList<>();
      if (issuer != null && !issuer.holder().getIssuer().equals(issuer.holder().getSubject())) {
        above.add(issuer);
        above.addAll(issuer.chain());
      }
      return above;
    }

    private X509CertificateHolder holder(KeyPair keys)
        throws GeneralSecurityException, OperatorCreationException, java.io.IOException {
      X500Name subject = new X500Name(name);
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? subject : issuer.holder().getSubject(),
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(from),
              Date.from(until),
              subject,
              keys.getPublic());
      extend(builder, keys);
      KeyPair signer = issuer == null ? keys : issuer.keys();
      return builder.build(
          new JcaContentSignerBuilder(algorithm(signer)).build(signer.getPrivate()));
    }

    private String algorithm(KeyPair signer) {
      if (!signature.isEmpty()) {
        return signature;
      }
      return switch (signer.getPrivate().getAlgorithm()) {
        case "RSA" -> "SHA256withRSA";
        case "EC" -> "SHA256withECDSA";
        default -> "Ed25519";
      };
    }

    private void extend(X509v3CertificateBuilder builder, KeyPair keys)
        throws GeneralSecurityException, java.io.IOException {
      JcaX509ExtensionUtils utilities = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.basicConstraints,
          true,
          !authority
              ? new BasicConstraints(false)
              : pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          utilities.createSubjectKeyIdentifier(keys.getPublic()));
      if (authorityKey) {
        builder.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            utilities.createAuthorityKeyIdentifier(
                (issuer == null ? keys : issuer.keys()).getPublic()));
      }
      if (keyUsage >= 0) {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
      }
      if (!purposes.isEmpty()) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            purposesCritical,
            new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
      }
      if (uniqueId) {
        builder.setSubjectUniqueID(new boolean[] {true, false, true});
      }
      if (!unknownCritical.isEmpty()) {
        builder.addExtension(new ASN1ObjectIdentifier(unknownCritical), true, DERNull.INSTANCE);
      }
    }
  }
}
