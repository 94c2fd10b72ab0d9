package org.assay.detection.statistics;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.Raster;

/**
 * Measures a picture: up to nine tiles of native pixels, never resized, and for each tile a fixed
 * number of values, of the pixels as they are and after JPEG compression at quality 75.
 *
 * <p>The values know nothing of the picture's size, name, format or metadata. The same pixels give
 * the same values. Safe for concurrent use; cost is bounded by the number of tiles.
 */
public final class PictureStatistics {
  /** Changes whenever the same pixels would give other values; a model belongs to one version. */
  public static final String VERSION = "1";

  /** The shortest side of a picture that can be measured. */
  public static final int LEAST_SIDE_PIXELS = Tile.SIDE;

  private static final int TILES_PER_SIDE = 3;

  /** Grid of block codecs: tiles start on it, so that an uncropped picture shows its own grid. */
  private static final int GRID = 8;

  /** Below this deviation of the luma a tile is a plain surface and says nothing. */
  private static final double LEAST_DEVIATION = 2;

  private final JpegView jpegView = new JpegView();
  private final List<Statistic> statistics =
      List.of(
          new DifferenceMoments(),
          new CoOccurrences(),
          new BlockDct(),
          new Spectrum(),
          new Autocorrelation(),
          new Phases(),
          new ColourResiduals(),
          new LocalNoise());

  /** How many values each tile gets. */
  public int size() {
    return 2 * statistics.stream().mapToInt(Statistic::size).sum();
  }

  /**
   * Measures the tiles that are not flat, row by row; none if the picture is too small or flat
   * everywhere.
   *
   * @throws InterruptedException if the thread was interrupted, checked before each tile
   */
  public List<TileValues> measure(Raster raster) throws InterruptedException {
    List<TileValues> measured = new ArrayList<>();
    for (int top : starts(raster.heightPixels())) {
      for (int left : starts(raster.widthPixels())) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while measuring a picture");
        }
        Tile tile = Tile.of(raster, left, top);
        if (tile.luma().deviation() >= LEAST_DEVIATION) {
          measured.add(new TileValues(left, top, values(tile)));
        }
      }
    }
    return measured;
  }

  private float[] values(Tile tile) {
    FloatBuffer values = FloatBuffer.allocate(size());
    Tile compressed = jpegView.of(tile);
    for (Statistic statistic : statistics) {
      statistic.measure(tile, values);
      statistic.measure(compressed, values);
    }
    return values.array();
  }

  /** Where tiles begin along a side: evenly spread, overlapping where the side is no multiple. */
  private static int[] starts(int sidePixels) {
    if (sidePixels < Tile.SIDE) {
      return new int[0];
    }
    int count = Math.min(TILES_PER_SIDE, (sidePixels + Tile.SIDE - 1) / Tile.SIDE);
    int[] starts = new int[count];
    for (int i = 1; i < count; i++) {
      long free = (long) sidePixels - Tile.SIDE;
      starts[i] = Math.toIntExact(free * i / (count - 1)) / GRID * GRID;
    }
    return starts;
  }
}
