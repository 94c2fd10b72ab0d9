package org.assay.matching.hash;

import org.assay.media.Raster;

/**
 * From a picture to the 64 x 64 luminance samples that PDQ hashes: a box filter along the rows and
 * down the columns, twice over, and then the centres of 64 x 64 blocks.
 *
 * <p>The reference filters the whole picture four times and then throws all but 4,096 samples away.
 * Here rows stream through all passes, so that only the rows under the window are in memory, and
 * the last two passes compute just the columns and rows that are kept. Every sum is added up in the
 * reference's order, so every bit is the same.
 */
final class Downscaler {
  /** Columns and rows of the result. */
  static final int SIDE = 64;

  private static final int BAND = RowSums.ROWS;

  private final Raster raster;
  private final int width;
  private final int height;
  private final BoxWindow along;
  private final BoxWindow down;

  /** Those that are kept. */
  private final int[] columns;

  /** One band of luminance; later of row sums of the second pass. */
  private final float[][] scratch;

  /** Rows after the first pass along the rows; row {@code r} lies at {@code r % ring.length}. */
  private final float[][] ring;

  /** One band after the first pass down the columns. */
  private final float[][] band;

  private final ColumnSums sums;

  /** All rows after the second pass along the rows, only the columns that are kept. */
  private final float[][] narrow;

  private Downscaler(Raster raster) {
    this.raster = raster;
    width = raster.widthPixels();
    height = raster.heightPixels();
    along = BoxWindow.of(width);
    down = BoxWindow.of(height);
    columns = along.centres();
    int underWindow = down.lead() + down.trail() + BAND;
    scratch = new float[BAND][width];
    ring = new float[(underWindow + BAND - 1) / BAND * BAND][width];
    band = new float[BAND][width];
    sums = new ColumnSums(width);
    narrow = new float[height][SIDE];
  }

  /** 64 x 64 samples, row-major, each in about [0, 255]; any picture. */
  static float[] to64(Raster raster) {
    if (raster.widthPixels() == SIDE && raster.heightPixels() == SIDE) {
      float[] luma = new float[SIDE * SIDE]; // the reference takes such a picture as it is
      Luma.of(raster.rgb(), 0, luma);
      return luma;
    }
    Downscaler downscaler = new Downscaler(raster);
    downscaler.filterToNarrow();
    return downscaler.lastColumns();
  }

  private void filterToNarrow() {
    for (int row = 0; row < height; row++) {
      if (row % BAND == 0) {
        firstRows(row);
      }
      int centre = row - down.lead();
      if (centre >= down.trail()) {
        sums.slide(inRing(row), inRing(centre - down.trail()));
      } else {
        sums.add(inRing(row));
      }
      if (centre >= 0) {
        firstColumns(centre);
      }
    }
    for (int centre = height - down.lead(); centre < height; centre++) {
      sums.subtract(inRing(centre - down.trail()));
      firstColumns(centre);
    }
  }

  private float[] inRing(int row) {
    return ring[row % ring.length];
  }

  /** Luminance and first pass along the rows of the band that begins with {@code top}. */
  private void firstRows(int top) {
    int rows = Math.min(BAND, height - top);
    for (int row = 0; row < rows; row++) {
      Luma.of(raster.rgb(), 3 * (top + row) * width, scratch[row]);
    }
    RowSums.of(along, scratch, ring, top % ring.length);
    for (int row = 0; row < rows; row++) {
      divide(inRing(top + row));
    }
  }

  private void divide(float[] row) {
    int head = along.trail();
    int tail = width - along.lead();
    for (int i = 0; i < head; i++) {
      row[i] /= along.count(i);
    }
    float full = along.count(head - 1);
    for (int i = head; i < tail; i++) {
      row[i] /= full;
    }
    for (int i = tail; i < width; i++) {
      row[i] /= along.count(i);
    }
  }

  /** Finishes the first pass down the columns for one row, over whose window the sums now run. */
  private void firstColumns(int row) {
    int inBand = row % BAND;
    sums.mean(down.count(row), band[inBand]);
    if (inBand == BAND - 1 || row == height - 1) {
      secondRows(row - inBand, inBand + 1);
    }
  }

  /** Second pass along the rows of a full band, as far as its columns are kept. */
  private void secondRows(int top, int rows) {
    RowSums.of(along, band, scratch, 0);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < SIDE; i++) {
        narrow[top + row][i] = scratch[row][columns[i]] / along.count(columns[i]);
      }
    }
  }

  /** Second pass down the columns, as far as its rows are kept. */
  private float[] lastColumns() {
    float[] out = new float[SIDE * SIDE];
    int[] rows = down.centres();
    ColumnSums narrowSums = new ColumnSums(SIDE);
    float[] means = new float[SIDE];
    int entered = 0;
    int kept = 0;
    for (int row = 0; kept < SIDE; row++) {
      for (; entered <= Math.min(row + down.lead(), height - 1); entered++) {
        narrowSums.add(narrow[entered]);
      }
      if (row >= down.trail()) {
        narrowSums.subtract(narrow[row - down.trail()]);
      }
      for (; kept < SIDE && rows[kept] == row; kept++) {
        narrowSums.mean(down.count(row), means);
        System.arraycopy(means, 0, out, kept * SIDE, SIDE);
      }
    }
    return out;
  }
}
