package org.assay.matching.repost;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assay.matching.local.Homography;
import org.assay.signal.Region;

/**
 * An original that a picture shows.
 *
 * @param original id it was added under
 * @param method how it was found
 * @param distance bits in which the two perceptual hashes differ, 0 to 256: those that matched, or
 *     those of the whole pictures when local features matched
 * @param placement from pixels of the original to pixels of the query
 * @param transform the same in words, such as {@code mirrored, turned 6 degrees, scaled to 80 %}
 * @param score how sure it is, in [0, 1]
 * @param agreement share of the compared blocks that look the same, in [0, 1]
 * @param originalShare share of the original's area that the query shows, in [0, 1]
 * @param inQuery where it lies in the query; the points are the corners of what is seen of it
 * @param inOriginal what part of the original is seen
 */
public record Repost(
    String original,
    Method method,
    int distance,
    Homography placement,
    String transform,
    double score,
    double agreement,
    double originalShare,
    Region inQuery,
    Region inOriginal) {

  /** What led to the original; every match was then checked pixel by pixel. */
  public enum Method {
    /** The hash of the whole picture. */
    PDQ,
    /** The hash of what is left without bars and frames, on either side. */
    PDQ_CANONICAL,
    /** The hash of a crop about the middle. */
    PDQ_TILE,
    /** Local features that lie alike. */
    LOCAL;

    /** As written in JSON, such as {@code pdq-canonical}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Checks the ranges. */
  public Repost {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(inQuery, "inQuery");
    Objects.requireNonNull(inOriginal, "inOriginal");
    for (double share : List.of(score, agreement, originalShare)) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("expected a number in [0, 1]: " + share);
      }
    }
  }
}
