package org.assay.provenance.status;

/** Whose reading of the specification validation follows. */
public enum Mode {
  /** The specification's: time-stamp authorities have lists of their own, and all are checked. */
  STRICT,
  /** That of the reference validator c2pa-rs 0.91, quirks included, so that answers compare. */
  COMPAT
}
