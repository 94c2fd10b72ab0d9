package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class TilesTest {

  @RepeatedTest(300)
  void everySquareUpToTheOverlapLiesWholeInATile(Random random) {
    int width = random.nextInt(1, 1500);
    int height = random.nextInt(1, 1500);
    int side = random.nextInt(8, 300);
    int overlap = random.nextInt(0, side);
    List<Tiles.Corner> tiles = Tiles.cover(width, height, side, overlap);

    assertThat(tiles).hasSize((int) Tiles.count(width, height, side, overlap));
    for (int i = 0; i < 200; i++) {
      int size = random.nextInt(0, Math.min(overlap, Math.min(width, height)) + 1);
      int x = random.nextInt(0, width - size + 1);
      int y = random.nextInt(0, height - size + 1);
      boolean whole =
          tiles.stream()
              .anyMatch(
                  t ->
                      t.x() <= x
                          && t.y() <= y
                          && x + size <= t.x() + side
                          && y + size <= t.y() + side);
      if (!whole) {
        fail("%d pixels at %d, %d of %d x %d are cut", size, x, y, width, height);
      }
    }
  }

  @RepeatedTest(100)
  void noTileReachesOverTheEdgeOfALargerPicture(Random random) {
    int width = random.nextInt(192, 3000);
    int height = random.nextInt(192, 3000);
    assertThat(Tiles.cover(width, height, 192, 48))
        .allMatch(t -> t.x() >= 0 && t.y() >= 0 && t.x() + 192 <= width && t.y() + 192 <= height)
        .doesNotHaveDuplicates();
  }

  @Test
  void aPictureSmallerThanATileNeedsOne() {
    assertThat(Tiles.cover(1, 1, 192, 48)).containsExactly(new Tiles.Corner(0, 0));
    assertThat(Tiles.cover(192, 192, 192, 48)).containsExactly(new Tiles.Corner(0, 0));
    assertThat(Tiles.cover(193, 1, 192, 48)).hasSize(2);
  }

  @Test
  void onlyEdgesInsideOfThePictureCutFaces() {
    Tiles.Corner first = new Tiles.Corner(0, 0);
    assertThat(first.cuts(SampleFaces.face(-5, 10, 40, 1), 500, 500, 192)).isFalse();
    assertThat(first.cuts(SampleFaces.face(170, 10, 40, 1), 500, 500, 192)).isTrue();
    assertThat(first.cuts(SampleFaces.face(170, 10, 40, 1), 192, 500, 192)).isFalse();
    assertThat(new Tiles.Corner(10, 0).cuts(SampleFaces.face(-5, 10, 40, 1), 500, 500, 192))
        .isTrue();
  }

  @Test
  void anOverlapAsLargeAsTheTileIsRefused() {
    assertThatThrownBy(() -> Tiles.cover(500, 500, 192, 192))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
