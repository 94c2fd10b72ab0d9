package org.assay.provenance.binding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The hash algorithms that C2PA allows: C2PA 2.2 section 13.1. */
enum HashAlgorithm {
  SHA256("sha256", "SHA-256"),
  SHA384("sha384", "SHA-384"),
  SHA512("sha512", "SHA-512");

  private final String identifier;
  private final String javaName;

  HashAlgorithm(String identifier, String javaName) {
    this.identifier = identifier;
    this.javaName = javaName;
  }

  /** By the identifier of the specification, exactly as it is written there. */
  static Optional<HashAlgorithm> of(String identifier) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.identifier.equals(identifier))
        .findFirst();
  }

  /** By identifier. */
  static HashAlgorithm required(String identifier) throws BindingFault {
    Optional<HashAlgorithm> algorithm = of(identifier);
    if (algorithm.isEmpty()) {
      throw BindingFault.unsupported(
          identifier.isEmpty() ? "no hash algorithm is named" : "hash algorithm is not supported");
    }
    return algorithm.get();
  }

  /** Number of bytes of a hash. */
  int hashBytes() {
    return Integer.parseInt(identifier.substring("sha".length())) / Byte.SIZE;
  }

  /** A fresh computation. */
  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + javaName, impossible);
    }
  }
}
