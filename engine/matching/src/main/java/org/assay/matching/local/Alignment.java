package org.assay.matching.local;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the original lies in the query, as the features tell.
 *
 * @param placement from pixels of the original to pixels of the query
 * @param inliers pairs of features that agree with it, at different places
 */
public record Alignment(Homography placement, int inliers) {
  /** Fewer pairs agree by chance. */
  public static final int LEAST_INLIERS = 5;

  /** Allowed distance at first, as a share of the original's longer side, and then ever less. */
  private static final double[] TOLERANCES = {0.05, 0.03, 0.02, 0.015};

  private static final int ENOUGH_FOR_AFFINE = 8;
  private static final int ENOUGH_FOR_HOMOGRAPHY = 14;
  private static final double SMALLEST_SCALE = 1.0 / 16;
  private static final double LARGEST_SCALE = 16;
  private static final double LARGEST_STRETCH = 3;

  /**
   * Aligns by the hypothesis that most pairs agree with. Every pair is one hypothesis, since a
   * feature has a place, a size and a direction, so nothing is left to chance.
   *
   * @param side the original's longer side in pixels
   * @return empty when too few features agree on a plausible placement
   */
  public static Optional<Alignment> of(LocalFeatures original, LocalFeatures query, double side) {
    Correspondences all = Correspondences.of(original, query);
    if (all.count() < LEAST_INLIERS) {
      return Optional.empty();
    }
    AlignedPairs pairs = new AlignedPairs(original, query, all, side);
    boolean[] agreeing = new boolean[all.count()];
    Homography best = pairs.bestHypothesis(TOLERANCES[0], agreeing);
    for (double tolerance : TOLERANCES) {
      int inliers = pairs.agreeing(best, tolerance, agreeing);
      if (inliers < LEAST_INLIERS) {
        return Optional.empty();
      }
      Optional<Homography> better = fit(pairs.normalised(agreeing), inliers, pairs, tolerance);
      if (better.isEmpty() || !plausible(better.get(), pairs, agreeing)) {
        break;
      }
      best = better.get();
    }
    int inliers = pairs.agreeing(best, TOLERANCES[TOLERANCES.length - 1], agreeing);
    int places = pairs.places(agreeing);
    return places >= LEAST_INLIERS && plausible(best, pairs, agreeing)
        ? Optional.of(new Alignment(best, Math.min(inliers, places)))
        : Optional.empty();
  }

  /** The freest kind of mapping that its number of pairs determines well, and that helps. */
  private static Optional<Homography> fit(
      AlignedPairs.Normalised chosen, int inliers, AlignedPairs pairs, double tolerance) {
    Optional<Homography> best = fit(chosen, LeastSquares::similarity);
    if (inliers >= ENOUGH_FOR_AFFINE) {
      best = better(best, fit(chosen, LeastSquares::affine), pairs, tolerance);
    }
    if (inliers >= ENOUGH_FOR_HOMOGRAPHY) {
      best = better(best, fit(chosen, LeastSquares::homography), pairs, tolerance);
    }
    return best;
  }

  private static Optional<Homography> fit(
      AlignedPairs.Normalised chosen, Function<LeastSquares.Pairs, Optional<Homography>> method) {
    return method.apply(chosen).map(chosen::denormalised);
  }

  private static Optional<Homography> better(
      Optional<Homography> simple,
      Optional<Homography> free,
      AlignedPairs pairs,
      double tolerance) {
    if (simple.isEmpty() || free.isEmpty()) {
      return simple;
    }
    double tight = tolerance / 3;
    boolean helps = pairs.count(free.get(), tight) > pairs.count(simple.get(), tight);
    return helps ? free : simple;
  }

  private static boolean plausible(Homography mapping, AlignedPairs pairs, boolean[] agreeing) {
    return pairs.eachOriginal(
        agreeing,
        (x, y) -> {
          double area = mapping.areaScale(x, y);
          if (!(mapping.depth(x, y) > 0.2) || !(area > 0)) {
            return false;
          }
          double scale = Math.sqrt(area);
          return scale > SMALLEST_SCALE
              && scale < LARGEST_SCALE
              && stretch(mapping, x, y) < LARGEST_STRETCH;
        });
  }

  /** How much longer one direction becomes than another, at a point. */
  private static double stretch(Homography mapping, double x, double y) {
    var at = mapping.apply(x, y);
    var right = mapping.apply(x + 1, y);
    var below = mapping.apply(x, y + 1);
    double a = right.x() - at.x();
    double b = below.x() - at.x();
    double c = right.y() - at.y();
    double d = below.y() - at.y();
    double sum = a * a + b * b + c * c + d * d;
    double determinant = Math.abs(a * d - b * c);
    double root = Math.sqrt(Math.max(0, sum * sum - 4 * determinant * determinant));
    return Math.sqrt((sum + root) / Math.max(1e-12, sum - root));
  }
}
