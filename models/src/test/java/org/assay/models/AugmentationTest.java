package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import nu.pattern.OpenCV;
import org.assay.media.Raster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationTest {
  @BeforeAll
  static void loadsOpenCv() {
    OpenCV.loadLocally();
  }

  @Test
  void sameSeedGivesTheSameCopyAndTheOriginalStays() {
    Raster raster = TestPictures.noise(160, 1, 5);
    byte[] before = raster.rgb().clone();
    Augmentation augmentation = new Augmentation(128);
    for (int seed = 0; seed < 20; seed++) {
      Raster first = augmentation.apply(raster, new SplittableRandom(seed));
      Raster second = augmentation.apply(raster, new SplittableRandom(seed));
      assertThat(first.rgb()).isEqualTo(second.rgb());
    }
    assertThat(raster.rgb()).isEqualTo(before);
  }

  @Test
  void copiesStayLargeEnoughAndBounded() {
    Augmentation augmentation = new Augmentation(128);
    for (int seed = 0; seed < 60; seed++) {
      Raster copy =
          augmentation.apply(TestPictures.noise(131, 1, seed), new SplittableRandom(seed));
      assertThat(copy.shortSidePixels()).isBetween(128, 262);
    }
    Raster large = TestPictures.noise(800, 1, 1);
    for (int seed = 0; seed < 10; seed++) {
      assertThat(augmentation.apply(large, new SplittableRandom(seed)).shortSidePixels())
          .isLessThanOrEqualTo(1024);
    }
  }

  @Test
  void pictureSurvivesTheWayToOpenCvAndBack() {
    Raster raster = TestPictures.noise(9, 1, 2);
    assertThat(PictureFile.raster(PictureFile.mat(raster)).rgb()).isEqualTo(raster.rgb());
  }

  @Test
  void fileThatIsNoPictureIsRefused(@TempDir Path folder) throws IOException {
    for (byte[] bytes : new byte[][] {{}, {1, 2, 3}}) {
      Path file = Files.write(folder.resolve("broken.png"), bytes);
      assertThatThrownBy(() -> PictureFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("broken.png");
    }
  }
}
