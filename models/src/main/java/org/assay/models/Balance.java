package org.assay.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each picture counts: both classes the same, and within a class each group by the root of
 * its size, so that large groups do not drown small ones.
 */
final class Balance {
  private Balance() {}

  /** A weight for each picture, summing to 1; each class sums to a half if both are there. */
  static double[] weights(List<Listing.Item> items) {
    Map<String, Integer> sizes = new HashMap<>();
    items.forEach(item -> sizes.merge(item.group(), 1, Integer::sum));
    double[] weights = new double[items.size()];
    double[] sums = new double[2];
    for (int i = 0; i < weights.length; i++) {
      Listing.Item item = items.get(i);
      weights[i] = 1 / Math.sqrt(sizes.get(item.group()));
      sums[item.positive() ? 1 : 0] += weights[i];
    }
    int classes = (sums[0] > 0 ? 1 : 0) + (sums[1] > 0 ? 1 : 0);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sums[items.get(i).positive() ? 1 : 0] * classes;
    }
    return weights;
  }
}
