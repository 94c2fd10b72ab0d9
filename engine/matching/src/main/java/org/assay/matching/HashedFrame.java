package org.assay.matching;

import java.time.Duration;
import java.util.Optional;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.DihedralHashes;

/**
 * The hashes of a still picture, or of one frame of a video.
 *
 * @param time of the frame; empty for a still picture
 */
record HashedFrame(Optional<Duration> time, DihedralHashes hashes) {

  /** Whether there is enough in it to be matched. */
  boolean good() {
    return hashes.quality() >= HashBank.MINIMUM_QUALITY;
  }
}
