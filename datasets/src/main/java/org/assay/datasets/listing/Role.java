package org.assay.datasets.listing;

import java.util.Locale;

/** What a column of a listing is for; all other columns are slices. */
public enum Role {
  /** Where the file is, relative to the listing, or absolute. Must be there. */
  PATH,
  /** {@code real}, or the name of a manipulation. Must be there. */
  LABEL,
  /** Items of one group are never split over train and test; without it each item is alone. */
  GROUP,
  /** Such as {@code train} or {@code test}. */
  SPLIT,
  /** Where the item was taken from. */
  SOURCE,
  /** Under which terms it may be used. */
  LICENCE;

  /** The name of the column unless it is mapped, such as {@code path}. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean required() {
    return this == PATH || this == LABEL;
  }
}
