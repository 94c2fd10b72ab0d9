package org.assay.decision;

/** What is to happen to an item, in rising order of severity. */
public enum Verdict {
  /** Nothing is to be done. */
  ALLOW,
  /** It stays, with a label. */
  LABEL,
  /** It stays, but is not recommended or monetised. */
  LIMIT,
  /** A person decides. */
  REVIEW,
  /** It is taken down. */
  REMOVE
}
