package org.assay.rulebase;

import java.util.Collection;
import java.util.Locale;

/** Finds what somebody who misspelt a word probably meant. */
final class Near {
  private Near() {}

  /** A hint naming the nearest of the known words, or all of them if none is near. */
  static String hint(String word, Collection<String> known) {
    String best = "";
    int least = Math.max(2, word.length() / 3) + 1;
    for (String one : known) {
      int distance = distance(word.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = one;
      }
    }
    return best.isEmpty() ? "known: " + String.join(", ", known) : "did you mean '" + best + "'?";
  }

  /** Insertions, deletions and replacements between two words (Levenshtein, 1966). */
  private static int distance(String left, String right) {
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
