package org.assay.rulebase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a rule is in its life; written {@code @status( live )}, without quotes. */
public enum RuleStatus {
  /** Being written: checked, but not run. */
  DRAFT,
  /** On record in every decision, without effect. The status of a rule that names none. */
  SHADOW,
  /** In effect. */
  LIVE,
  /** Kept for the record; neither checked nor run. */
  RETIRED;

  /** As rule files spell it. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that spelling, if there is one. */
  static Optional<RuleStatus> of(String spelling) {
    return Arrays.stream(values()).filter(s -> s.spelling().equals(spelling)).findFirst();
  }

  /** All spellings, for a hint. */
  static String spellings() {
    return Arrays.stream(values()).map(RuleStatus::spelling).collect(Collectors.joining(", "));
  }
}
