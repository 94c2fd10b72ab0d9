package org.assay.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;

class PictureStatisticsTest {
  private final PictureStatistics statistics = new PictureStatistics();

  @Test
  void samePixelsGiveTheSameValues() throws Exception {
    Raster raster = SampleMedia.raster(300, 200, 5);
    List<TileValues> first = statistics.measure(raster);
    List<TileValues> second = new PictureStatistics().measure(raster);
    assertThat(first).isNotEmpty().hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i).values())
          .hasSize(statistics.size())
          .containsExactly(second.get(i).values());
    }
  }

  /** When this fails on purpose, {@link PictureStatistics#VERSION} changes and models with it. */
  @Test
  void valuesOfThisVersionStayWhatTheyAre() throws Exception {
    float[] values = statistics.measure(SampleMedia.raster(128, 128, 5)).get(0).values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * Math.cos(i);
    }
    assertThat(PictureStatistics.VERSION).isEqualTo("1");
    assertThat(sum).isCloseTo(-16.762, within(0.01));
  }

  @Test
  void tileDoesNotKnowThePictureAroundIt() throws Exception {
    Raster whole = Noise.white(640, 512, 3);
    for (TileValues tile : statistics.measure(whole)) {
      Raster alone = Noise.crop(whole, tile.left(), tile.top(), 128, 128);
      assertThat(statistics.measure(alone))
          .singleElement()
          .satisfies(own -> assertThat(own.values()).containsExactly(tile.values()));
    }
  }

  @Test
  void tilesLieInsideThePictureAndOnTheBlockGrid() throws Exception {
    for (int[] size : new int[][] {{128, 128}, {129, 255}, {224, 300}, {4000, 1000}}) {
      List<TileValues> tiles = statistics.measure(Noise.white(size[0], size[1], 1));
      assertThat(tiles)
          .hasSizeBetween(1, 9)
          .allSatisfy(
              tile -> {
                assertThat(tile.left() % 8 + tile.top() % 8).isZero();
                assertThat(tile.left() + TileValues.SIDE_PIXELS).isLessThanOrEqualTo(size[0]);
                assertThat(tile.top() + TileValues.SIDE_PIXELS).isLessThanOrEqualTo(size[1]);
              });
    }
  }

  @Test
  void tooSmallOrFlatPicturesHaveNoTiles() throws Exception {
    assertThat(statistics.measure(Noise.white(127, 500, 1))).isEmpty();
    assertThat(statistics.measure(SampleMedia.flat(400, 400, 200))).isEmpty();
  }

  @Test
  void valuesAreFiniteAndModestOnExtremePictures() throws Exception {
    byte[] checker = new byte[3 * 128 * 128];
    byte[] halves = new byte[3 * 128 * 128];
    byte[] dot = new byte[3 * 128 * 128];
    for (int i = 0; i < checker.length; i++) {
      int pixel = i / 3;
      checker[i] = (byte) ((pixel % 128 + pixel / 128) % 2 * 255);
      halves[i] = (byte) (pixel % 128 < 64 ? 0 : 255);
    }
    for (int i = 0; i < 300; i++) {
      dot[i] = (byte) 255;
    }
    for (byte[] rgb : List.of(checker, halves, dot)) {
      List<TileValues> tiles = statistics.measure(new Raster(128, 128, rgb));
      assertThat(tiles).hasSize(1);
      for (float value : tiles.get(0).values()) {
        assertThat(Math.abs(value)).isLessThan(100);
      }
    }
  }

  @Test
  void interruptedThreadStops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> statistics.measure(Noise.white(128, 128, 1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
