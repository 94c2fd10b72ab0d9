package org.assay.datasets.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assay.datasets.DctHash;
import org.assay.media.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureGeneratorTest {
  private final PictureGenerator generator = new PictureGenerator(160, 120);

  @ParameterizedTest
  @EnumSource(Scene.class)
  void sameSeedGivesTheSameBytes(Scene scene) {
    assertThat(generator.picture(7, scene).rgb()).isEqualTo(generator.picture(7, scene).rgb());
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void sceneIsTheSameAtTwiceTheSize(Scene scene) {
    Raster large = new PictureGenerator(320, 240).picture(7, scene);
    assertThat(DctHash.distance(large, generator.picture(7, scene))).isLessThan(32);
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void pictureHasLightAndShadow(Scene scene) {
    for (long seed = 0; seed < 5; seed++) {
      byte[] sorted = generator.picture(seed, scene).rgb().clone();
      int[] values = new int[sorted.length];
      Arrays.setAll(values, i -> sorted[i] & 0xff);
      Arrays.sort(values);
      assertThat(values[values.length * 49 / 50] - values[values.length / 50]).isGreaterThan(50);
    }
  }

  @Test
  void picturesOfDifferentSeedsAreFarApart() {
    List<BitSet> hashes = new ArrayList<>();
    for (Scene scene : Scene.values()) {
      for (long seed = 0; seed < 6; seed++) {
        hashes.add(DctHash.of(generator.picture(seed, scene)));
      }
    }
    int pairs = 0;
    int far = 0;
    for (int one = 0; one < hashes.size(); one++) {
      for (int other = 0; other < one; other++) {
        BitSet difference = (BitSet) hashes.get(one).clone();
        difference.xor(hashes.get(other));
        assertThat(difference.cardinality()).as("%d and %d", one, other).isGreaterThan(62);
        pairs++;
        far += difference.cardinality() > 100 ? 1 : 0;
      }
    }
    assertThat((double) far / pairs).isGreaterThan(0.95);
  }

  @Test
  void seedsChooseAmongAllScenes() {
    PictureGenerator small = new PictureGenerator(8, 6);
    Set<Scene> seen = EnumSet.noneOf(Scene.class);
    for (long seed = 0; seed < 40; seed++) {
      for (Scene scene : Scene.values()) {
        if (Arrays.equals(small.picture(seed).rgb(), small.picture(seed, scene).rgb())) {
          seen.add(scene);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Scene.values());
  }

  @Test
  void smallestAndOddSizesWork() {
    for (Scene scene : Scene.values()) {
      assertThat(new PictureGenerator(1, 1).picture(3, scene).rgb()).hasSize(3);
      assertThat(new PictureGenerator(5, 61).picture(3, scene).heightPixels()).isEqualTo(61);
    }
  }

  @Test
  void flatPictureHasOneColour() {
    assertThat(generator.flat(0x102030).rgb())
        .startsWith(0x10, 0x20, 0x30)
        .endsWith(0x10, 0x20, 0x30);
  }

  @Test
  void sizeMustBePositive() {
    assertThatThrownBy(() -> new PictureGenerator(0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("picture size must be positive: 0 x 5");
  }
}
