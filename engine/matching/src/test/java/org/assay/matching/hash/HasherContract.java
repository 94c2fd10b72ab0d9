package org.assay.matching.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assay.media.Raster;
import org.assay.testing.RandomSeed;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every hasher promises; extend it once for each. */
@ExtendWith(RandomSeed.class)
public abstract class HasherContract {

  /** The hasher under test. */
  protected abstract Hasher hasher();

  @Test
  void isListedUnderItsType() {
    assertThat(HashTypes.of(hasher().type()).type()).isEqualTo(hasher().type());
  }

  @Test
  void hashHasAsManyBitsAsItsTypeSays() {
    assertThat(hasher().hash(SampleMedia.raster(90, 70, 1)).original().hex())
        .hasSize(hasher().type().bits() / 4);
  }

  @Test
  void pictureIsNotModified() {
    Raster raster = SampleMedia.raster(700, 300, 2);
    byte[] before = raster.rgb().clone();
    hasher().hash(raster);
    assertThat(raster.rgb()).isEqualTo(before);
  }

  @Test
  void flatPictureHasQualityZero() {
    assertThat(hasher().hash(SampleMedia.flat(300, 200, 128)).quality()).isZero();
  }

  @Test
  void pictureOfAnySizeIsHashed() {
    for (int side : List.of(1, 4, 5, 63, 64, 65, 129, 513)) {
      assertThat(hasher().hash(SampleMedia.raster(side, 600, 3)).quality()).isBetween(0, 100);
      assertThat(hasher().hash(SampleMedia.raster(600, side, 3)).quality()).isBetween(0, 100);
    }
  }

  @RepeatedTest(10)
  void brightenedPictureIsNear(Random random) {
    Raster raster = Pictures.clouds(200, 160, random);
    byte[] brighter = raster.rgb().clone();
    for (int i = 0; i < brighter.length; i++) {
      brighter[i] = (byte) Math.min(255, (brighter[i] & 0xff) + 3);
    }
    assertThat(distance(raster, new Raster(200, 160, brighter))).isLessThanOrEqualTo(31);
  }

  @RepeatedTest(10)
  void differentPicturesAreFar(Random random) {
    long seed = random.nextLong();
    Raster one = Pictures.clouds(40, 40, new Random(seed));
    Raster other = Pictures.clouds(40, 40, new Random(seed + 1));
    assertThat(distance(one, other)).isGreaterThan(31);
  }

  /** In a small picture the filter's shift of half a pixel counts for more. */
  @RepeatedTest(5)
  void variantIsNearTheHashOfTheReallyTurnedPicture(Random random) {
    Raster raster = Pictures.clouds(384, 384, random);
    DihedralHashes hashes = hasher().hash(raster);
    for (Transform transform : Transform.values()) {
      PdqHash really = hasher().hash(Pictures.turned(raster, transform)).original();
      assertThat(hashes.of(transform).distanceTo(really))
          .as(transform.label())
          .isLessThanOrEqualTo(31);
    }
  }

  private int distance(Raster one, Raster other) {
    return hasher().hash(one).original().distanceTo(hasher().hash(other).original());
  }
}
