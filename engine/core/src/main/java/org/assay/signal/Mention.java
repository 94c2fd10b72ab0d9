package org.assay.signal;

import java.util.Objects;

/**
 * The item names or shows an entry of a watchlist that the operator supplies.
 *
 * @param watchlist such as {@code public-figures}
 * @param entry the listed name
 * @param place where it was found, such as {@code caption}
 * @param confidence in [0, 1]
 */
public record Mention(
    String detector, String watchlist, String entry, String place, double confidence)
    implements Signal {

  /** Checks the confidence. */
  public Mention {
    Kebab.require("detector", detector);
    Kebab.require("watchlist", watchlist);
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(place, "place");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in [0, 1]: " + confidence);
    }
  }
}
