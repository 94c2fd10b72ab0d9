package org.assay.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A perceptual hash of the item or of one frame.
 *
 * @param hash lower-case hexadecimal, most significant bit first, as long as the type says
 * @param quality how much the picture gives to hash, 0 to 100; PDQ discards 49 and below
 * @param time of the frame; empty for a still picture
 */
public record Fingerprint(
    String detector, HashType type, String hash, int quality, Optional<Duration> time)
    implements Signal {

  /** Checks length and quality. */
  public Fingerprint {
    Kebab.require("detector", detector);
    if (hash.length() != type.bits() / 4) {
      throw new IllegalArgumentException(
          "%s needs %d hexadecimal digits, found %d"
              .formatted(type.id(), type.bits() / 4, hash.length()));
    }
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("hash quality must be in 0 to 100: " + quality);
    }
    Objects.requireNonNull(time, "time");
  }
}
