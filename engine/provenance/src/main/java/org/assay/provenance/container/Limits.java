package org.assay.provenance.container;

/**
 * How much of a hostile file is looked at.
 *
 * @param parts most parts that are kept
 * @param partBytes most bytes of one XMP packet or text, also after inflating
 * @param storeBytes most bytes of one manifest store
 * @param totalBytes most bytes of all parts together
 * @param steps most segments, chunks, boxes, frames and directory entries that are visited
 * @param depth most boxes or directories inside one another
 */
public record Limits(
    int parts, int partBytes, int storeBytes, long totalBytes, int steps, int depth) {

  /** Far beyond what honest files need. */
  public static final Limits DEFAULT =
      new Limits(2_000, 16 << 20, 64 << 20, 160L << 20, 500_000, 16);

  /** Rejects what would let nothing through. */
  public Limits {
    if (parts <= 0
        || partBytes <= 0
        || storeBytes <= 0
        || totalBytes <= 0
        || steps <= 0
        || depth <= 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
