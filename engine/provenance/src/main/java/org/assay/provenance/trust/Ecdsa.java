package org.assay.provenance.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Checks ECDSA signatures on the three curves of the specification. Bouncy Castle takes a third of
 * the time that JDK 17 takes, whose arithmetic is made for secrets.
 */
final class Ecdsa {
  private static final Map<ASN1ObjectIdentifier, Integer> NUMBER_BYTES =
      Map.of(
          SECObjectIdentifiers.secp256r1, 32,
          SECObjectIdentifiers.secp384r1, 48,
          SECObjectIdentifiers.secp521r1, 66);

  private Ecdsa() {}

  /**
   * Whether the signature is right.
   *
   * @param plain whether it is r and s side by side (IEEE P1363) or DER
   * @throws IOException or a runtime exception if key or signature are none
   */
  static boolean verifies(SubjectPublicKeyInfo key, Slice hash, byte[] signature, boolean plain)
      throws IOException {
    ASN1Encodable curve = key.getAlgorithm().getParameters();
    if (!(curve instanceof ASN1ObjectIdentifier name) || !NUMBER_BYTES.containsKey(name)) {
      return false;
    }
    BigInteger[] numbers =
        plain ? plain(signature, NUMBER_BYTES.get(name)) : der(ASN1Sequence.getInstance(signature));
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, (ECPublicKeyParameters) PublicKeyFactory.createKey(key));
    return signer.verifySignature(hash.toArray(), numbers[0], numbers[1]);
  }

  private static BigInteger[] plain(byte[] signature, int numberBytes) {
    if (signature.length != 2 * numberBytes) {
      throw new IllegalArgumentException("expected two numbers of %d bytes".formatted(numberBytes));
    }
    return new BigInteger[] {
      new BigInteger(1, Arrays.copyOf(signature, numberBytes)),
      new BigInteger(1, Arrays.copyOfRange(signature, numberBytes, signature.length))
    };
  }

  private static BigInteger[] der(ASN1Sequence sequence) {
    if (sequence.size() != 2) {
      throw new IllegalArgumentException("expected two numbers, found " + sequence.size());
    }
    return new BigInteger[] {
      ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue(),
      ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue()
    };
  }
}
