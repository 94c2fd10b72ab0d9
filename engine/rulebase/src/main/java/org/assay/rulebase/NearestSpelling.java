package org.assay.rulebase;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class NearestSpelling {
  private NearestSpelling() {}

  /**
   * The candidate with the smallest Levenshtein distance to {@code typed}, if it is near enough to
   * be a slip: at most a third of the letters, at least two and never more than four. Case does not
   * count.
   */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    int most = Math.min(4, Math.max(2, typed.length() / 3));
    return candidates.stream()
        .filter(candidate -> distance(typed, candidate) <= most)
        .min(
            Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A hint naming the nearest of the known words, or all of them if none is near. */
  static String hint(String word, Collection<String> known) {
    return of(word, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(() -> "known: " + String.join(", ", known));
  }

  /** Levenshtein distance: insertions, deletions and replacements of one character. */
  private static int distance(String typed, String candidate) {
    String left = typed.toLowerCase(Locale.ROOT);
    String right = candidate.toLowerCase(Locale.ROOT);
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
