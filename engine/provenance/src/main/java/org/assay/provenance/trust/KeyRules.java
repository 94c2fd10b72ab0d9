package org.assay.provenance.trust;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Which keys and signature algorithms a leaf certificate may have. */
final class KeyRules {
  private static final int MIN_RSA_BITS = 2048;
  private static final Set<ASN1ObjectIdentifier> CURVES =
      Set.of(
          SECObjectIdentifiers.secp256r1,
          SECObjectIdentifiers.secp384r1,
          SECObjectIdentifiers.secp521r1);

  private KeyRules() {}

  /**
   * What is wrong.
   *
   * @param silent whether the reference validator refuses it without a status code
   */
  record Flaw(String why, boolean silent) {}

  /** What is wrong with the algorithm that signed the certificate. */
  static Optional<Flaw> signatureFault(Certificate certificate) {
    AlgorithmIdentifier algorithm = certificate.holder().getSignatureAlgorithm();
    boolean pss = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS);
    if (!pss && SignatureScheme.of(algorithm).isEmpty()) {
      return flaw("signed with " + algorithm.getAlgorithm() + ", which is not supported");
    }
    if (!algorithm.equals(
        certificate.holder().toASN1Structure().getTBSCertificate().getSignature())) {
      return flaw("its two signature algorithms differ");
    }
    if (pss) {
      return pssFault(algorithm);
    }
    boolean edwards = algorithm.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519);
    return edwards && algorithm.getParameters() != null
        ? flaw("Ed25519 with parameters")
        : Optional.empty();
  }

  private static Optional<Flaw> pssFault(AlgorithmIdentifier algorithm) {
    if (algorithm.getParameters() == null) {
      return flaw("RSASSA-PSS without parameters");
    }
    if (!explicit(algorithm.getParameters())) {
      return Optional.of(new Flaw("RSASSA-PSS without a named hash and mask", true));
    }
    return SignatureScheme.of(algorithm).isEmpty()
        ? flaw("RSASSA-PSS with a hash that is not supported")
        : Optional.empty();
  }

  private static boolean explicit(ASN1Encodable parameters) {
    return parameters.toASN1Primitive() instanceof ASN1Sequence sequence
        && sequence.size() >= 2
        && sequence.getObjectAt(0) instanceof ASN1TaggedObject hash
        && hash.getTagNo() == 0
        && sequence.getObjectAt(1) instanceof ASN1TaggedObject mask
        && mask.getTagNo() == 1;
  }

  /** What is wrong with the key of the certificate. */
  static Optional<Flaw> keyFault(Certificate certificate) {
    AlgorithmIdentifier algorithm = certificate.publicKey().getAlgorithm();
    ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
    if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return curveFault(algorithm);
    }
    if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return algorithm.getParameters() != null
          ? flaw("Ed25519 key with parameters")
          : Optional.empty();
    }
    boolean rsa =
        kind.equals(PKCSObjectIdentifiers.rsaEncryption)
            || kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS);
    return rsa ? rsaFault(certificate) : Optional.empty();
  }

  private static Optional<Flaw> curveFault(AlgorithmIdentifier algorithm) {
    if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier curve)) {
      return Optional.of(new Flaw("an elliptic curve without a name", true));
    }
    return CURVES.contains(curve)
        ? Optional.empty()
        : flaw("elliptic curve " + curve + " is not supported");
  }

  private static Optional<Flaw> rsaFault(Certificate certificate) {
    BigInteger modulus;
    BigInteger exponent;
    try {
      org.bouncycastle.asn1.pkcs.RSAPublicKey key =
          org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(
              certificate.publicKey().parsePublicKey());
      modulus = key.getModulus();
      exponent = key.getPublicExponent();
    } catch (java.io.IOException | RuntimeException malformed) {
      return Optional.of(new Flaw("RSA key cannot be read", true));
    }
    if (modulus.bitLength() < MIN_RSA_BITS) {
      String text = "RSA key of %d bits, expected at least %d";
      return flaw(text.formatted(modulus.bitLength(), MIN_RSA_BITS));
    }
    boolean valid = exponent.compareTo(BigInteger.valueOf(3)) >= 0 && exponent.testBit(0);
    return valid ? Optional.empty() : flaw("RSA exponent is even or below 3");
  }

  private static Optional<Flaw> flaw(String why) {
    return Optional.of(new Flaw(why, false));
  }
}
