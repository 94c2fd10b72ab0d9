package org.assay.matching.local;

/**
 * What the comparison of an original with a query found where they overlap.
 *
 * @param agreeing blocks that look the same
 * @param differing blocks that do not
 * @param blank blocks with nothing in them on either side, which say nothing
 * @param correlation mean over the blocks that say something, in [-1, 1]
 * @param originalShare of the original's area that the query shows, in [0, 1]
 */
public record Overlap(
    int agreeing, int differing, int blank, double correlation, double originalShare) {

  /** Share of the blocks that say something and agree, in [0, 1]. */
  public double agreement() {
    int saying = agreeing + differing;
    return saying == 0 ? 0 : (double) agreeing / saying;
  }
}
