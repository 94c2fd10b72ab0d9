package org.assay.provenance.cose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.trust.SignatureScheme;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The algorithms that claims may be signed with, C2PA 2.2 section 13.2. */
public enum CoseAlgorithm {
  /** ECDSA with SHA-256 on P-256. */
  ES256(-7, "Es256", SignatureScheme.ECDSA_SHA256, SECObjectIdentifiers.secp256r1),
  /** ECDSA with SHA-384 on P-384. */
  ES384(-35, "Es384", SignatureScheme.ECDSA_SHA384, SECObjectIdentifiers.secp384r1),
  /** ECDSA with SHA-512 on P-521. */
  ES512(-36, "Es512", SignatureScheme.ECDSA_SHA512, SECObjectIdentifiers.secp521r1),
  /** RSASSA-PSS with SHA-256. */
  PS256(-37, "Ps256", SignatureScheme.PSS_SHA256, PKCSObjectIdentifiers.rsaEncryption),
  /** RSASSA-PSS with SHA-384. */
  PS384(-38, "Ps384", SignatureScheme.PSS_SHA384, PKCSObjectIdentifiers.rsaEncryption),
  /** RSASSA-PSS with SHA-512. */
  PS512(-39, "Ps512", SignatureScheme.PSS_SHA512, PKCSObjectIdentifiers.rsaEncryption),
  /** Ed25519. */
  EDDSA(-8, "Ed25519", SignatureScheme.ED25519, EdECObjectIdentifiers.id_Ed25519);

  private final int number;
  private final String shownAs;
  private final SignatureScheme scheme;
  private final String keyKind; // the curve for ECDSA, else the algorithm

  CoseAlgorithm(int number, String shownAs, SignatureScheme scheme, ASN1ObjectIdentifier keyKind) {
    this.number = number;
    this.shownAs = shownAs;
    this.scheme = scheme;
    this.keyKind = keyKind.getId();
  }

  /** That of an {@code alg} header; empty for all that are not allowed. */
  static Optional<CoseAlgorithm> of(Optional<Cbor> header) {
    BigInteger wanted =
        header.orElse(null) instanceof Cbor.Int value ? value.value() : BigInteger.ZERO;
    return Arrays.stream(values())
        .filter(algorithm -> BigInteger.valueOf(algorithm.number).equals(wanted))
        .findFirst();
  }

  /** As the reference validator spells it, such as {@code Es256}. */
  public String shownAs() {
    return shownAs;
  }

  /** Whether a key is of the kind, and on the curve, that goes with it. */
  boolean fits(SubjectPublicKeyInfo key) {
    AlgorithmIdentifier algorithm = key.getAlgorithm();
    ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
    if (elliptic()) {
      return kind.equals(X9ObjectIdentifiers.id_ecPublicKey)
          && algorithm.getParameters() instanceof ASN1ObjectIdentifier curve
          && curve.getId().equals(keyKind);
    }
    return kind.getId().equals(keyKind)
        || (keyKind.equals(PKCSObjectIdentifiers.rsaEncryption.getId())
            && kind.equals(PKCSObjectIdentifiers.id_RSASSA_PSS));
  }

  /** Whether ECDSA signatures of it are plain numbers side by side. */
  boolean elliptic() {
    return this == ES256 || this == ES384 || this == ES512;
  }

  /** Whether a key made the signature; false also where the key is none. */
  public boolean verifies(
      SubjectPublicKeyInfo key, Slice data, Slice signature, SignatureScheme.Limits limits) {
    byte[] bytes = signature.toArray();
    return elliptic()
        ? scheme.verifiesPlain(key, data, bytes, limits)
        : scheme.verifies(key, data, bytes, limits);
  }
}
