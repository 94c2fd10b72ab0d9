package org.assay.signal;

import java.util.List;
import java.util.Objects;

/**
 * A fingerprint of the item lies within a distance of an entry of a bank.
 *
 * @param bank name of the bank; {@code seen} holds past items
 * @param entry the bank's entry; in {@code seen} the id of the earlier item
 * @param type of the hash that matched
 * @param distance in bits; 0 is equal
 * @param transform what was done to the entry to get this item, such as {@code identity} or {@code
 *     flipx}
 * @param verdict what was decided about the entry, in lower case, such as {@code remove}; empty
 *     when nothing was
 */
public record BankMatch(
    String detector,
    String bank,
    String entry,
    HashType type,
    int distance,
    String transform,
    String verdict,
    List<Evidence> evidence)
    implements Signal {

  /** Checks the distance. */
  public BankMatch {
    Kebab.require("detector", detector);
    Kebab.require("bank", bank);
    Objects.requireNonNull(entry, "entry");
    if (distance < 0 || distance > type.bits()) {
      throw new IllegalArgumentException(
          "distance must be in 0 to " + type.bits() + ": " + distance);
    }
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(verdict, "verdict");
    evidence = List.copyOf(evidence);
  }
}
