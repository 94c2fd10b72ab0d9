package org.assay.matching.hash;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The hashes of one picture under all eight transforms, and its quality.
 *
 * <p>All are derived from one set of coefficients, so a variant lies within a few bits of the hash
 * of the really turned picture, not always on it.
 *
 * @param variants the hash of the picture after each {@link Transform}, in the order of the enum
 * @param quality how much the picture gives to hash, 0 to 100; matching needs at least 50
 */
public record DihedralHashes(Map<Transform, PdqHash> variants, int quality) {

  /** Copies the map. */
  public DihedralHashes {
    if (variants.size() != Transform.values().length) {
      throw new IllegalArgumentException(
          "expected %d variants, found %s".formatted(Transform.values().length, variants.keySet()));
    }
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("hash quality must be in 0 to 100: " + quality);
    }
    variants = Collections.unmodifiableMap(new EnumMap<>(variants));
  }

  /** The hash of the picture as it is. */
  public PdqHash original() {
    return of(Transform.IDENTITY);
  }

  /** The hash of the picture after {@code transform}. */
  public PdqHash of(Transform transform) {
    return Objects.requireNonNull(variants.get(transform), "transform");
  }
}
