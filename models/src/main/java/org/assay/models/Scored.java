package org.assay.models;

/** A labelled picture and the probability it got; an abstention counts as one half. */
record Scored(Listing.Item item, double probability, boolean abstained) {

  /** A picture that was too small or flat. */
  static Scored abstained(Listing.Item item) {
    return new Scored(item, 0.5, true);
  }
}
