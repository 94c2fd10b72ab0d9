package org.assay.provenance.cose;

import java.io.IOException;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Tells ECDSA signatures in DER from those that COSE wants. */
final class EcdsaDer {
  private EcdsaDer() {}

  /** Whether the bytes are a sequence of two numbers. */
  static boolean looksLike(Slice signature) {
    try {
      return ASN1Primitive.fromByteArray(signature.toArray()) instanceof ASN1Sequence sequence
          && sequence.size() == 2
          && sequence.getObjectAt(0) instanceof ASN1Integer
          && sequence.getObjectAt(1) instanceof ASN1Integer;
    } catch (IOException | RuntimeException other) {
      return false; // whatever it is, it is not DER
    }
  }
}
