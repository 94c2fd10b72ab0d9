package org.assay.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class NearestSpelling {
  private NearestSpelling() {}

  /**
   * The candidate with the smallest Levenshtein distance to {@code typed}, if it is near enough to
   * be a slip: at most a third of the letters, and never more than four.
   */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    int most = Math.min(4, Math.max(1, typed.length() / 3));
    return candidates.stream()
        .filter(candidate -> distance(typed, candidate) <= most)
        .min(
            Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein distance: insertions, deletions and replacements of one character. */
  static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
