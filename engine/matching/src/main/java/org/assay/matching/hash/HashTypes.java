package org.assay.matching.hash;

import java.util.List;
import org.assay.signal.HashType;

/** Every hash type Assay can make, sorted by id. */
public final class HashTypes {
  private static final List<Hasher> ALL =
      List.of(new PdqHasher(PdqHasher.Variant.FULL), new PdqHasher(PdqHasher.Variant.REF512));

  private HashTypes() {}

  /** One hasher for each type, sorted by id. */
  public static List<Hasher> all() {
    return ALL;
  }

  /**
   * The hasher of {@code type}.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Hasher of(HashType type) {
    return of(type.id());
  }

  /**
   * The hasher of the type with this id, such as {@code pdq/full}.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Hasher of(String id) {
    return ALL.stream()
        .filter(hasher -> hasher.type().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown hash type '%s'; known are %s"
                        .formatted(id, ALL.stream().map(hasher -> hasher.type().id()).toList())));
  }
}
