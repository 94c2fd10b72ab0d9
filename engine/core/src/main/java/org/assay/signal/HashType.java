package org.assay.signal;

/**
 * A kind of perceptual hash. Hashes of different types are never compared.
 *
 * @param name such as {@code pdq}
 * @param variant the exact pipeline, such as {@code full} or {@code ref512}
 * @param bits length of the hash, a multiple of 8
 */
public record HashType(String name, String variant, int bits) {

  /** Checks the names and the length. */
  public HashType {
    Kebab.require("hash type", name);
    Kebab.require("hash variant", variant);
    if (bits <= 0 || bits % 8 != 0) {
      throw new IllegalArgumentException("hash length must be a multiple of 8 bits: " + bits);
    }
  }

  /** Name and variant, such as {@code pdq/full}. */
  public String id() {
    return name + "/" + variant;
  }
}
