package org.assay.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits pictures for cross-validation so that no group is ever on both sides. */
final class Folds {
  private final Map<String, Integer> foldOfGroup;
  private final int count;

  private Folds(Map<String, Integer> foldOfGroup, int count) {
    this.foldOfGroup = foldOfGroup;
    this.count = count;
  }

  /**
   * Deals the groups of each class out, the largest first, always to the fold that has the fewest
   * pictures of that class.
   *
   * @param most folds at most; fewer if a class has fewer groups
   * @throws IllegalArgumentException if a class has fewer than two groups, or a group both classes
   */
  static Folds of(List<Listing.Item> items, int most) {
    Map<String, Integer> real = sizes(items, false);
    Map<String, Integer> positive = sizes(items, true);
    for (String group : real.keySet()) {
      if (positive.containsKey(group)) {
        throw new IllegalArgumentException("group '" + group + "' holds both classes");
      }
    }
    int count = Math.min(most, Math.min(real.size(), positive.size()));
    if (count < 2) {
      throw new IllegalArgumentException(
          "grouped validation needs two groups of each class, found %d of real and %d of the other"
              .formatted(real.size(), positive.size()));
    }
    Map<String, Integer> foldOfGroup = new TreeMap<>();
    deal(real, count, foldOfGroup);
    deal(positive, count, foldOfGroup);
    return new Folds(foldOfGroup, count);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The fold that validates this picture. */
  int of(Listing.Item item) {
    return foldOfGroup.get(item.group());
  }

  private static Map<String, Integer> sizes(List<Listing.Item> items, boolean positive) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (Listing.Item item : items) {
      if (item.positive() == positive) {
        sizes.merge(item.group(), 1, Integer::sum);
      }
    }
    return sizes;
  }

  private static void deal(Map<String, Integer> sizes, int count, Map<String, Integer> folds) {
    List<Map.Entry<String, Integer>> groups = new ArrayList<>(sizes.entrySet());
    groups.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    int[] load = new int[count];
    for (Map.Entry<String, Integer> group : groups) {
      int fold = 0;
      for (int i = 1; i < count; i++) {
        fold = load[i] < load[fold] ? i : fold;
      }
      folds.put(group.getKey(), fold);
      load[fold] += group.getValue();
    }
  }
}
