package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

  @BeforeAll
  static void load() {
    nu.pattern.OpenCV.loadLocally();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "2000,1",
    "192,192",
    "256,256",
    "640,480",
    "1080,1920",
    "3000,2000",
    "4000,4000",
    "300,9000"
  })
  void tilesStayWithinTheirLimit(int width, int height) {
    for (Effort effort : Effort.values()) {
      try (Pyramid pyramid = new Pyramid(SampleMedia.flat(width, height, 9), 192)) {
        List<Integer> levels = Search.levels(pyramid, effort.maxTiles());
        long tiles = 0;
        for (int level : levels) {
          tiles += Tiles.count(pyramid.widthPixels(level), pyramid.heightPixels(level), 192, 48);
        }
        assertThat(levels).startsWith(0);
        assertThat(tiles).isBetween(1L, (long) effort.maxTiles());
      }
    }
  }

  @Test
  void aSmallPictureIsNotCutIntoTiles() {
    try (Pyramid pyramid = new Pyramid(SampleMedia.flat(256, 256, 9), 192)) {
      assertThat(Search.levels(pyramid, 40)).containsExactly(0);
    }
  }

  @Test
  void aLargePictureIsSeenAtThreeSizes() {
    try (Pyramid pyramid = new Pyramid(SampleMedia.flat(3000, 2000, 9), 192)) {
      assertThat(Search.levels(pyramid, 40)).containsExactly(0, 1, 2);
      assertThat(Search.levels(pyramid, 10)).containsExactly(0, 1);
      assertThat(pyramid.scale(2)).isEqualTo(3000.0 / 768);
    }
  }
}
