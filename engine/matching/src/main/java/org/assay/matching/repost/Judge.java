package org.assay.matching.repost;

import java.util.Optional;
import org.assay.matching.bank.HashBank;
import org.assay.matching.local.GreyPlane;
import org.assay.matching.local.Overlap;

/**
 * Says whether a candidate shows the original, and how sure that is.
 *
 * <p>The bars come from measured margins, see {@code docs/detectors/reposts.md}: true copies of the
 * copy-detection set agree in 0.7 of the blocks and more, and what is laid on each other wrongly in
 * 0.36 and less; harder edits of smaller pictures reach down to 0.5.
 */
final class Judge {
  private static final double LEAST_AGREEMENT = 0.52;

  /** Blocks that must agree, so that a scrap of sky or a caption is not enough. */
  private static final int LEAST_BLOCKS = 10;

  /** Writing all over a picture spoils many blocks, but not the features that lie alike. */
  private static final double LEAST_AGREEMENT_WITH_FEATURES = 0.42;

  private static final int MANY_INLIERS = 30;
  private static final int MANY_BLOCKS = 40;

  /** A hash is evidence of its own. */
  private static final double LEAST_AGREEMENT_WITH_HASH = 0.4;

  private static final int LEAST_BLOCKS_WITH_HASH = 6;
  private static final double STEEPNESS = 9;
  private static final double MIDDLE = 0.42;
  private static final double BLOCK_DOUBT = 4;

  private Judge() {}

  /** How sure it is, in [0, 1]; empty when it is not. */
  static Optional<Double> score(Candidate candidate, Overlap overlap) {
    boolean hashed = candidate.method() != Repost.Method.LOCAL;
    if (!holds(candidate, overlap, hashed)) {
      return Optional.empty();
    }
    double evidence =
        STEEPNESS * (overlap.agreement() - MIDDLE)
            + (hashed ? 2.0 - 2.0 * candidate.distance() / HashBank.RADIUS : 0)
            + 0.1 * Math.min(20, candidate.inliers())
            - BLOCK_DOUBT / overlap.agreeing();
    return Optional.of(1 / (1 + Math.exp(-evidence)));
  }

  private static boolean holds(Candidate candidate, Overlap overlap, boolean hashed) {
    double agreement = overlap.agreement();
    int blocks = overlap.agreeing();
    if (hashed) {
      return agreement >= LEAST_AGREEMENT_WITH_HASH && blocks >= LEAST_BLOCKS_WITH_HASH;
    }
    boolean many = candidate.inliers() >= MANY_INLIERS && blocks >= MANY_BLOCKS;
    return agreement >= (many ? LEAST_AGREEMENT_WITH_FEATURES : LEAST_AGREEMENT)
        && blocks >= LEAST_BLOCKS;
  }

  /** What the two look like laid on each other. */
  static Overlap compare(Candidate candidate, PictureSketch original, QueryPicture query) {
    GreyPlane thumbnail =
        GreyPlane.ofJpeg(original.thumbnail(), original.widthPixels(), original.heightPixels());
    return query.check().compare(thumbnail, candidate.placement());
  }
}
