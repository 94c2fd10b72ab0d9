package org.assay.signal;

/** Where in the item a signal comes from. */
public sealed interface Evidence permits Region, Interval {

  /** What is to be seen or heard there, for a reviewer; may be empty. */
  String note();
}
