package org.assay.detection.statistics;

/** What was measured on one tile of a picture. */
public final class TileValues {
  /** Columns and rows of a tile. */
  public static final int SIDE_PIXELS = Tile.SIDE;

  private final int left;
  private final int top;
  private final float[] values;

  TileValues(int left, int top, float[] values) {
    this.left = left;
    this.top = top;
    this.values = values;
  }

  /** Column of the tile's left edge. */
  public int left() {
    return left;
  }

  /** Row of the tile's upper edge. */
  public int top() {
    return top;
  }

  /** The values themselves, not a copy, all finite; {@link PictureStatistics#size} of them. */
  public float[] values() {
    return values;
  }
}
