package org.assay.matching.repost;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.matching.canonical.Box;
import org.assay.matching.hash.PdqHash;

/**
 * A hash of one part of an original.
 *
 * @param part which kind of part
 * @param box where it lies, in pixels of the picture
 * @param quality of the hash, 0 to 100
 */
record FramedHash(Part part, Box box, PdqHash hash, int quality) {

  /** What of a picture was hashed. */
  enum Part {
    /** All of it. */
    WHOLE(0),
    /** What is left without bars, frames and screen furniture. */
    CANONICAL(1),
    /** A part that a crop may have kept. */
    TILE(2);

    /** As written in sketches; never changes. */
    private final byte code;

    Part(int code) {
      this.code = (byte) code;
    }

    byte code() {
      return code;
    }

    static Optional<Part> of(byte code) {
      return Stream.of(values()).filter(part -> part.code == code).findFirst();
    }
  }

  FramedHash {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(hash, "hash");
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("hash quality must be in 0 to 100: " + quality);
    }
  }
}
