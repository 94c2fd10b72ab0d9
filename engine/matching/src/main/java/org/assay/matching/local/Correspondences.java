package org.assay.matching.local;

import java.util.Arrays;

/**
 * Pairs of features, one of the original and one of the query, that look alike and like no other.
 *
 * @param original indices into the original's features
 * @param query indices into the query's features, as many
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
record Correspondences(int[] original, int[] query) {
  private static final int MOST_BITS = 84;
  private static final double RATIO = 0.87;

  int count() {
    return original.length;
  }

  /** Each feature of either side is in one pair at most. */
  static Correspondences of(LocalFeatures original, LocalFeatures query) {
    int[] partner = new int[original.count()];
    int[] distance = new int[original.count()];
    Arrays.fill(partner, -1);
    int count = 0;
    for (int q = 0; q < query.count(); q++) {
      int best = Integer.MAX_VALUE;
      int second = Integer.MAX_VALUE;
      int nearest = -1;
      for (int o = 0; o < original.count(); o++) {
        int bits = query.distance(q, original, o);
        if (bits < best) {
          second = nearest >= 0 && samePlace(original, nearest, o) ? second : best;
          best = bits;
          nearest = o;
        } else if (bits < second && !samePlace(original, nearest, o)) {
          second = bits;
        }
      }
      if (best <= MOST_BITS && best < RATIO * second) {
        if (partner[nearest] < 0) {
          count++;
        }
        if (partner[nearest] < 0 || best < distance[nearest]) {
          partner[nearest] = q;
          distance[nearest] = best;
        }
      }
    }
    return collected(partner, count);
  }

  /** A place with two directions is one place with two features. */
  private static boolean samePlace(LocalFeatures features, int one, int other) {
    float reach = Math.max(features.size()[one], features.size()[other]) / 2;
    return Math.abs(features.x()[one] - features.x()[other]) < reach
        && Math.abs(features.y()[one] - features.y()[other]) < reach;
  }

  private static Correspondences collected(int[] partner, int count) {
    int[] original = new int[count];
    int[] query = new int[count];
    int at = 0;
    for (int o = 0; o < partner.length; o++) {
      if (partner[o] >= 0) {
        original[at] = o;
        query[at++] = partner[o];
      }
    }
    return new Correspondences(original, query);
  }
}
