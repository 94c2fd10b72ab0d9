package org.assay.decision;

/** A set of rules in one version. Safe for concurrent use. */
public interface RuleBase {

  /** Identifies the exact rules, such as a hash over their text. */
  String version();

  /** Applies every rule to the case; the same case always gives the same decision. */
  Decision decide(Case examined);
}
