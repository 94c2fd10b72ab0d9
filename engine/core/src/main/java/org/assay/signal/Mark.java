package org.assay.signal;

import java.util.Objects;

/**
 * A marking other than C2PA that says how the item was made. Marks are unsigned and easily forged:
 * each is a claim.
 *
 * @param kind such as {@code iptc-dst} or {@code comfyui}
 * @param place where in the file, such as {@code PNG tEXt parameters}
 * @param value what it says, shortened; hostile text
 * @param ai whether it says that the item, or a part of it, was generated
 */
public record Mark(
    String detector, String kind, String place, String value, Strength strength, boolean ai)
    implements Signal {

  /** How much a mark says, in rising order. */
  public enum Strength {
    /** Also seen on items that were not generated. */
    WEAK,
    /** Seen on generated items, but could be there by accident or by hand. */
    MODERATE,
    /** Written by a generator, or a label that the law asks for. */
    STRONG
  }

  /** Checks that nothing is missing. */
  public Mark {
    Kebab.require("detector", detector);
    Kebab.require("mark kind", kind);
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(strength, "strength");
  }
}
