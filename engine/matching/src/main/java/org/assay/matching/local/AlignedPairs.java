package org.assay.matching.local;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assay.signal.Region.Point;

/** Pairs of features of an original and a query, counted against mappings. */
final class AlignedPairs {
  private static final double LARGEST_SIZE_RATIO = 2;
  private static final double LARGEST_TURN = Math.toRadians(40);
  private static final int PLACES_PER_SIDE = 40;

  /** A test of a point of the original. */
  interface PointTest {
    boolean holds(double x, double y);
  }

  private final LocalFeatures original;
  private final LocalFeatures query;
  private final Correspondences pairs;
  private final double side;

  AlignedPairs(LocalFeatures original, LocalFeatures query, Correspondences pairs, double side) {
    this.original = original;
    this.query = query;
    this.pairs = pairs;
    this.side = side;
  }

  /** The similarity told by one pair that most others agree with. */
  Homography bestHypothesis(double tolerance, boolean[] scratch) {
    Homography best = hypothesis(0);
    int most = -1;
    for (int i = 0; i < pairs.count(); i++) {
      Homography mapping = hypothesis(i);
      int count = agreeing(mapping, tolerance, scratch);
      if (count > most) {
        most = count;
        best = mapping;
      }
    }
    return best;
  }

  private Homography hypothesis(int pair) {
    int o = pairs.original()[pair];
    int q = pairs.query()[pair];
    double scale = query.size()[q] / original.size()[o];
    double turn = query.angle()[q] - original.angle()[o];
    double a = scale * Math.cos(turn);
    double b = scale * Math.sin(turn);
    double x = original.x()[o];
    double y = original.y()[o];
    return Homography.affine(
        a, -b, query.x()[q] - a * x + b * y, b, a, query.y()[q] - b * x - a * y);
  }

  /** Marks the pairs that agree in place, size and direction, and counts them. */
  int agreeing(Homography mapping, double tolerance, boolean[] marks) {
    int count = 0;
    for (int i = 0; i < marks.length; i++) {
      marks[i] = agrees(mapping, tolerance, i);
      count += marks[i] ? 1 : 0;
    }
    return count;
  }

  /** Number of pairs that agree. */
  int count(Homography mapping, double tolerance) {
    int count = 0;
    for (int i = 0; i < pairs.count(); i++) {
      count += agrees(mapping, tolerance, i) ? 1 : 0;
    }
    return count;
  }

  private boolean agrees(Homography mapping, double tolerance, int pair) {
    int o = pairs.original()[pair];
    int q = pairs.query()[pair];
    double x = original.x()[o];
    double y = original.y()[o];
    double area = mapping.areaScale(x, y);
    if (!(area > 0) || !(mapping.depth(x, y) > 0)) {
      return false;
    }
    double scale = Math.sqrt(area);
    Point at = mapping.apply(x, y);
    double allowed = tolerance * side * scale;
    double dx = at.x() - query.x()[q];
    double dy = at.y() - query.y()[q];
    if (dx * dx + dy * dy > allowed * allowed) {
      return false;
    }
    double ratio = query.size()[q] / (original.size()[o] * scale);
    return ratio < LARGEST_SIZE_RATIO
        && ratio > 1 / LARGEST_SIZE_RATIO
        && turnAgrees(mapping, at, x, y, original.angle()[o], query.angle()[q]);
  }

  private static boolean turnAgrees(
      Homography mapping, Point at, double x, double y, double angle, double found) {
    Point ahead = mapping.apply(x + Math.cos(angle), y + Math.sin(angle));
    double expected = Math.atan2(ahead.y() - at.y(), ahead.x() - at.x());
    double turn = Math.IEEEremainder(expected - found, 2 * Math.PI);
    return Math.abs(turn) < LARGEST_TURN;
  }

  /** Number of different places of the original among the marked pairs. */
  int places(boolean[] marks) {
    Set<Long> places = new HashSet<>();
    double cell = side / PLACES_PER_SIDE;
    for (int i = 0; i < marks.length; i++) {
      if (marks[i]) {
        long column = (long) (original.x()[pairs.original()[i]] / cell);
        long row = (long) (original.y()[pairs.original()[i]] / cell);
        places.add((row << Integer.SIZE) | column);
      }
    }
    return places.size();
  }

  /** Whether a test holds at every marked pair's point of the original. */
  boolean eachOriginal(boolean[] marks, PointTest test) {
    for (int i = 0; i < marks.length; i++) {
      int o = pairs.original()[i];
      if (marks[i] && !test.holds(original.x()[o], original.y()[o])) {
        return false;
      }
    }
    return true;
  }

  /** The marked pairs, moved and scaled to about one. */
  Normalised normalised(boolean[] marks) {
    return new Normalised(marks);
  }

  /** Marked pairs for a stable fit. */
  final class Normalised implements LeastSquares.Pairs {
    private final int[] chosen;
    private final double[] centre = new double[4];
    private final double scaleOriginal;
    private final double scaleQuery;

    private Normalised(boolean[] marks) {
      int count = 0;
      int[] indices = new int[marks.length];
      for (int i = 0; i < marks.length; i++) {
        if (marks[i]) {
          indices[count++] = i;
        }
      }
      chosen = Arrays.copyOf(indices, count);
      double[] p = new double[4];
      for (int pair : chosen) {
        raw(pair, p);
        for (int k = 0; k < 4; k++) {
          centre[k] += p[k] / count;
        }
      }
      double spreadOriginal = 0;
      double spreadQuery = 0;
      for (int pair : chosen) {
        raw(pair, p);
        spreadOriginal += Math.hypot(p[0] - centre[0], p[1] - centre[1]) / count;
        spreadQuery += Math.hypot(p[2] - centre[2], p[3] - centre[3]) / count;
      }
      scaleOriginal = Math.max(1e-6, spreadOriginal);
      scaleQuery = Math.max(1e-6, spreadQuery);
    }

    private void raw(int pair, double[] into) {
      into[0] = original.x()[pairs.original()[pair]];
      into[1] = original.y()[pairs.original()[pair]];
      into[2] = query.x()[pairs.query()[pair]];
      into[3] = query.y()[pairs.query()[pair]];
    }

    @Override
    public int count() {
      return chosen.length;
    }

    @Override
    public void read(int index, double[] into) {
      raw(chosen[index], into);
      into[0] = (into[0] - centre[0]) / scaleOriginal;
      into[1] = (into[1] - centre[1]) / scaleOriginal;
      into[2] = (into[2] - centre[2]) / scaleQuery;
      into[3] = (into[3] - centre[3]) / scaleQuery;
    }

    /** A mapping of the moved and scaled points, as one of pixels. */
    Homography denormalised(Homography fitted) {
      Homography before =
          Homography.affine(
              1 / scaleOriginal,
              0,
              -centre[0] / scaleOriginal,
              0,
              1 / scaleOriginal,
              -centre[1] / scaleOriginal);
      Homography after = Homography.affine(scaleQuery, 0, centre[2], 0, scaleQuery, centre[3]);
      return before.then(fitted).then(after);
    }
  }
}
