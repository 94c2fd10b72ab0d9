package org.assay.provenance.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of signatures that are believed at all. */
public enum SignatureScheme {
  /** ECDSA with SHA-256. */
  ECDSA_SHA256(Family.EC, 256, X9ObjectIdentifiers.ecdsa_with_SHA256),
  /** ECDSA with SHA-384. */
  ECDSA_SHA384(Family.EC, 384, X9ObjectIdentifiers.ecdsa_with_SHA384),
  /** ECDSA with SHA-512. */
  ECDSA_SHA512(Family.EC, 512, X9ObjectIdentifiers.ecdsa_with_SHA512),
  /** RSASSA-PSS with SHA-256 throughout. */
  PSS_SHA256(Family.PSS, 256, PKCSObjectIdentifiers.id_RSASSA_PSS),
  /** RSASSA-PSS with SHA-384 throughout. */
  PSS_SHA384(Family.PSS, 384, PKCSObjectIdentifiers.id_RSASSA_PSS),
  /** RSASSA-PSS with SHA-512 throughout. */
  PSS_SHA512(Family.PSS, 512, PKCSObjectIdentifiers.id_RSASSA_PSS),
  /** PKCS #1 version 1.5 with SHA-256: certificates, time stamps and OCSP only. */
  RSA_SHA256(Family.RSA, 256, PKCSObjectIdentifiers.sha256WithRSAEncryption),
  /** PKCS #1 version 1.5 with SHA-384. */
  RSA_SHA384(Family.RSA, 384, PKCSObjectIdentifiers.sha384WithRSAEncryption),
  /** PKCS #1 version 1.5 with SHA-512. */
  RSA_SHA512(Family.RSA, 512, PKCSObjectIdentifiers.sha512WithRSAEncryption),
  /** Ed25519. */
  ED25519(Family.EDWARDS, 512, EdECObjectIdentifiers.id_Ed25519);

  private enum Family {
    EC,
    PSS,
    RSA,
    EDWARDS
  }

  /**
   * What keys are worth the time.
   *
   * @param maxRsaBits of the modulus
   * @param plainEcdsa whether ECDSA signatures may be r and s side by side where DER is due
   */
  public record Limits(int maxRsaBits, boolean plainEcdsa) {
    private static final Limits REFERENCE = new Limits(4096, true); // those of its libraries
    private static final Limits OWN = new Limits(16384, false);

    /** Those of a mode. */
    public static Limits of(Mode mode) {
      return mode == Mode.COMPAT ? REFERENCE : OWN;
    }
  }

  private final Family family;
  private final int hashBits;
  private final String identifier;

  SignatureScheme(Family family, int hashBits, ASN1ObjectIdentifier identifier) {
    this.family = family;
    this.hashBits = hashBits;
    this.identifier = identifier.getId();
  }

  /** The scheme that a certificate or OCSP response names; empty for all others. */
  static Optional<SignatureScheme> of(AlgorithmIdentifier algorithm) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return PssParameters.hash(algorithm).flatMap(hash -> of(Family.PSS, hash));
    }
    return Arrays.stream(values())
        .filter(scheme -> scheme.identifier.equals(algorithm.getAlgorithm().getId()))
        .findFirst();
  }

  /** The scheme for a key and a hash, as CMS names them apart; empty for all others. */
  static Optional<SignatureScheme> of(
      AlgorithmIdentifier key, ASN1ObjectIdentifier hash, AlgorithmIdentifier signature) {
    ASN1ObjectIdentifier kind = key.getAlgorithm();
    if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
      return Optional.of(ED25519);
    }
    if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      return of(Family.EC, hash);
    }
    if (signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        || kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return of(Family.PSS, hash);
    }
    return kind.equals(PKCSObjectIdentifiers.rsaEncryption)
        ? of(Family.RSA, hash)
        : Optional.empty();
  }

  private static Optional<SignatureScheme> of(Family family, ASN1ObjectIdentifier hash) {
    int bits = 0;
    if (hash.equals(NISTObjectIdentifiers.id_sha256)) {
      bits = 256;
    } else if (hash.equals(NISTObjectIdentifiers.id_sha384)) {
      bits = 384;
    } else if (hash.equals(NISTObjectIdentifiers.id_sha512)) {
      bits = 512;
    }
    int wanted = bits;
    return Arrays.stream(values())
        .filter(scheme -> scheme.family == family && scheme.hashBits == wanted)
        .findFirst();
  }

  /** Whether the signature is right; ECDSA in DER. */
  public boolean verifies(SubjectPublicKeyInfo key, Slice data, byte[] signature, Limits limits) {
    return attempt(key, data, signature, false, limits)
        || (family == Family.EC
            && limits.plainEcdsa()
            && attempt(key, data, signature, true, limits));
  }

  /** Whether the signature is right; ECDSA as r and s side by side, IEEE P1363. */
  public boolean verifiesPlain(
      SubjectPublicKeyInfo key, Slice data, byte[] signature, Limits limits) {
    return attempt(key, data, signature, true, limits);
  }

  private boolean attempt(
      SubjectPublicKeyInfo key, Slice data, byte[] signature, boolean plain, Limits limits) {
    try {
      return family == Family.EC
          ? isElliptic(key) && Ecdsa.verifies(key, Digests.sha2(hashBits, data), signature, plain)
          : verifies(decode(key), data, signature, limits);
    } catch (GeneralSecurityException | IOException | RuntimeException notAKeyOrSignature) {
      return false; // hostile bytes that are no key or no signature do not verify
    }
  }

  private static boolean isElliptic(SubjectPublicKeyInfo key) {
    return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
  }

  private boolean verifies(PublicKey key, Slice data, byte[] signature, Limits limits)
      throws GeneralSecurityException {
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() > limits.maxRsaBits()) {
      return false;
    }
    Signature check =
        switch (family) {
          case PSS -> pss();
          case EDWARDS -> Signature.getInstance("Ed25519");
          default -> Signature.getInstance("SHA" + hashBits + "withRSA");
        };
    check.initVerify(key);
    check.update(data.toArray());
    return check.verify(signature);
  }

  private Signature pss() throws GeneralSecurityException {
    Signature check = Signature.getInstance("RSASSA-PSS");
    String hash = "SHA-" + hashBits;
    check.setParameter(
        new PSSParameterSpec(
            hash,
            "MGF1",
            new MGF1ParameterSpec(hash),
            hashBits / 8,
            PSSParameterSpec.TRAILER_FIELD_BC));
    return check;
  }

  private PublicKey decode(SubjectPublicKeyInfo key) throws GeneralSecurityException, IOException {
    SubjectPublicKeyInfo plain = key;
    ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
    if (kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      // the parameters of the key only narrow what it may sign; the scheme is fixed already
      plain =
          new SubjectPublicKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
              key.getPublicKeyData().getBytes());
    }
    String factory = family == Family.EDWARDS ? "Ed25519" : "RSA";
    return KeyFactory.getInstance(factory)
        .generatePublic(new X509EncodedKeySpec(plain.getEncoded()));
  }

  /** Parameters of RSASSA-PSS, RFC 4055 section 3.1. */
  static final class PssParameters {
    private PssParameters() {}

    /** The hash, when it is named for message and mask alike. */
    static Optional<ASN1ObjectIdentifier> hash(AlgorithmIdentifier algorithm) {
      if (algorithm.getParameters() == null) {
        return Optional.empty();
      }
      try {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
        ASN1ObjectIdentifier hash = parameters.getHashAlgorithm().getAlgorithm();
        AlgorithmIdentifier mask =
            AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        return hash.equals(mask.getAlgorithm()) ? Optional.of(hash) : Optional.empty();
      } catch (RuntimeException malformed) {
        return Optional.empty(); // no scheme, so nothing verifies
      }
    }
  }
}
