package org.assay.provenance.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;

/**
 * A reference to a box of the same store and the hash of its content, C2PA 2.2 section 8.3.1.
 *
 * @param url a {@link JumbfUri}; hostile text
 * @param algorithm empty when it is that of the claim
 */
public record HashedUri(String url, Optional<String> algorithm, Slice hash) {

  /** Checks that nothing is missing. */
  public HashedUri {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(hash, "hash");
  }

  /**
   * Reads one; empty when a field is missing or of another kind. Early writers made the hash a list
   * of numbers.
   */
  public static Optional<HashedUri> of(Cbor item) {
    if (!(item instanceof Cbor.Map map)
        || map.text("url").isEmpty()
        || (map.get("alg").isPresent() && map.text("alg").isEmpty())) {
      return Optional.empty();
    }
    return map.get("hash")
        .flatMap(HashedUri::bytes)
        .map(hash -> new HashedUri(map.text("url").get(), map.text("alg"), hash));
  }

  private static Optional<Slice> bytes(Cbor item) {
    if (item instanceof Cbor.Bytes bytes) {
      return Optional.of(bytes.value());
    }
    if (!(item instanceof Cbor.Array array)
        || !array.items().stream().allMatch(HashedUri::isByte)) {
      return Optional.empty();
    }
    byte[] hash = new byte[array.items().size()];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = ((Cbor.Int) array.items().get(i)).value().byteValue();
    }
    return Optional.of(Slice.of(hash));
  }

  private static boolean isByte(Cbor item) {
    return item instanceof Cbor.Int number
        && number.value().signum() >= 0
        && number.value().bitLength() <= Byte.SIZE;
  }

  /** Whether it says which manifest it means. */
  public boolean absolute() {
    return JumbfUri.manifest(url).isPresent();
  }

  /** Whether its algorithm, or the claim's in its stead, is one of the specification. */
  public boolean supported(String claimAlgorithm) {
    return digest(algorithm.orElse(claimAlgorithm)).isPresent();
  }

  /** Whether it is the hash of these bytes; false also when the algorithm is unknown. */
  public boolean matches(Slice content, String claimAlgorithm) {
    return digest(algorithm.orElse(claimAlgorithm))
        .map(digest -> MessageDigest.isEqual(digest.digest(content.toArray()), hash.toArray()))
        .orElse(false);
  }

  /** C2PA 2.2 section 13.1. */
  private static Optional<MessageDigest> digest(String algorithm) {
    String name =
        switch (algorithm.toLowerCase(Locale.ROOT)) {
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> "";
        };
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + name, impossible);
    }
  }
}
