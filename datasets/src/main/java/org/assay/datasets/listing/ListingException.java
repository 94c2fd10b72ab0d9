package org.assay.datasets.listing;

import java.nio.file.Path;

/** A listing cannot be understood: says which file, which line, what was expected and found. */
public final class ListingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A fault on one line, counted from 1. */
  ListingException(Path listing, int line, String what) {
    super(listing + ", line " + line + ": " + what);
  }

  /** A fault on one line that the JDK found. */
  ListingException(Path listing, int line, String what, Throwable cause) {
    super(listing + ", line " + line + ": " + what, cause);
  }
}
