package org.assay.matching.bank;

import java.util.Locale;
import java.util.Objects;
import org.assay.matching.hash.PdqHash;
import org.assay.signal.HashType;

/**
 * One hash of one entry of a bank. An entry has several when it is a video.
 *
 * @param entry identity of the entry; in the bank {@code seen} the id of the item
 * @param quality of the hash, 0 to 100
 * @param verdict what was decided about the entry or what it is banked for, in lower case, such as
 *     {@code remove}; empty when nothing was
 */
public record BankEntry(String entry, HashType type, PdqHash hash, int quality, String verdict) {

  /** Checks that the entry can be written to a file and read back. */
  public BankEntry {
    if (entry.isBlank()) {
      throw new IllegalArgumentException("bank entry is blank");
    }
    requireOneLine("bank entry", entry);
    requireOneLine("verdict of bank entry '" + entry + "'", verdict);
    if (!verdict.equals(verdict.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "verdict of bank entry '%s' must be in lower case: '%s'".formatted(entry, verdict));
    }
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(hash, "hash");
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException(
          "quality of bank entry '%s' must be in 0 to 100: %d".formatted(entry, quality));
    }
  }

  private static void requireOneLine(String what, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " holds a control character");
    }
  }
}
