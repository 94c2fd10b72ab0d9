package org.assay.provenance.trust;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** Hashes by their identifier. */
final class Digests {
  private Digests() {}

  /** The hash of the bytes; empty when the algorithm is none that is believed. */
  static Optional<Slice> of(ASN1ObjectIdentifier algorithm, Slice bytes) {
    return name(algorithm).map(name -> digest(name, bytes));
  }

  static Slice sha256(Slice bytes) {
    return sha2(256, bytes);
  }

  /** SHA-2 of 256, 384 or 512 bits. */
  static Slice sha2(int bits, Slice bytes) {
    return digest("SHA-" + bits, bytes);
  }

  /** SHA-1 only names and binds here, within structures that are signed with more. */
  private static Optional<String> name(ASN1ObjectIdentifier algorithm) {
    if (algorithm.equals(OIWObjectIdentifiers.idSHA1)) {
      return Optional.of("SHA-1");
    } else if (algorithm.equals(NISTObjectIdentifiers.id_sha256)) {
      return Optional.of("SHA-256");
    } else if (algorithm.equals(NISTObjectIdentifiers.id_sha384)) {
      return Optional.of("SHA-384");
    } else if (algorithm.equals(NISTObjectIdentifiers.id_sha512)) {
      return Optional.of("SHA-512");
    }
    return Optional.empty();
  }

  private static Slice digest(String name, Slice bytes) {
    try {
      return Slice.of(MessageDigest.getInstance(name).digest(bytes.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + name, impossible);
    }
  }
}
