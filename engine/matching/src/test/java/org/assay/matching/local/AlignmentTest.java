package org.assay.matching.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assay.signal.Region.Point;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class AlignmentTest {
  private static final int FEATURES = 200;
  private static final double SIDE = 500;

  @RepeatedTest(20)
  void placementIsFoundAmongWrongPairs(Random random) {
    LocalFeatures original = features(random);
    double turn = 2 * Math.PI * random.nextDouble();
    double scale = 0.3 + 2 * random.nextDouble();
    Homography truth =
        Homography.affine(
            scale * Math.cos(turn),
            -scale * Math.sin(turn),
            100,
            scale * Math.sin(turn),
            scale * Math.cos(turn),
            50);
    LocalFeatures query = moved(original, truth, scale, turn, 0.7, random);
    Alignment found = Alignment.of(original, query, SIDE).orElseThrow();
    assertThat(found.inliers()).isGreaterThan(30);
    for (int i = 0; i < 10; i++) {
      double x = SIDE * random.nextDouble();
      double y = SIDE * random.nextDouble();
      Point expected = truth.apply(x, y);
      Point actual = found.placement().apply(x, y);
      assertThat(Math.hypot(actual.x() - expected.x(), actual.y() - expected.y()))
          .isLessThan(0.02 * SIDE * scale);
    }
  }

  @RepeatedTest(20)
  void featuresThatLieAnywhereAlignNowhere(Random random) {
    LocalFeatures original = features(random);
    LocalFeatures query = moved(original, Homography.affine(1, 0, 0, 0, 1, 0), 1, 0, 1, random);
    assertThat(Alignment.of(original, query, SIDE)).isEmpty();
  }

  @RepeatedTest(20)
  void mappingAndItsInverseCancelOut(Random random) {
    double[] values = random.doubles(9, -0.3, 0.3).toArray();
    values[0] += 1;
    values[4] += 1;
    values[6] /= 1000;
    values[7] /= 1000;
    values[8] = 1;
    Homography mapping = new Homography(values);
    Point back = mapping.then(mapping.inverse()).apply(30, 40);
    assertThat(back.x()).isCloseTo(30, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(back.y()).isCloseTo(40, org.assertj.core.data.Offset.offset(1e-6));
  }

  @RepeatedTest(20)
  void leastSquaresFindTheMappingThatMadeThePoints(Random random) {
    double[] values = random.doubles(9, -0.2, 0.2).toArray();
    values[0] += 1;
    values[4] += 1;
    values[8] = 1;
    Homography truth = new Homography(values);
    double[] x = random.doubles(20, -1, 1).toArray();
    double[] y = random.doubles(20, -1, 1).toArray();
    LeastSquares.Pairs pairs =
        new LeastSquares.Pairs() {
          @Override
          public int count() {
            return x.length;
          }

          @Override
          public void read(int index, double[] into) {
            Point to = truth.apply(x[index], y[index]);
            into[0] = x[index];
            into[1] = y[index];
            into[2] = to.x();
            into[3] = to.y();
          }
        };
    assertThat(LeastSquares.homography(pairs).orElseThrow().matrix())
        .containsExactly(values, org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void brokenMappingIsRefused() {
    assertThatThrownBy(() -> new Homography(new double[8])).hasMessageContaining("9 values");
    assertThatThrownBy(() -> Homography.affine(1, 0, 0, 1, 0, 0).inverse())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalFeatures features(Random random) {
    float[] x = new float[FEATURES];
    float[] y = new float[FEATURES];
    float[] size = new float[FEATURES];
    float[] angle = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      x[i] = (float) (SIDE * random.nextDouble());
      y[i] = (float) (SIDE * random.nextDouble());
      size[i] = (float) (3 + 20 * random.nextDouble());
      angle[i] = (float) (2 * Math.PI * random.nextDouble());
    }
    return new LocalFeatures(
        x, y, size, angle, random.longs(FEATURES * DescriptorCode.WORDS).toArray());
  }

  /** The same features elsewhere; a share of them lies anywhere, turned and sized anyhow. */
  private static LocalFeatures moved(
      LocalFeatures from, Homography by, double scale, double turn, double stray, Random random) {
    LocalFeatures to = features(random);
    for (int i = 0; i < FEATURES; i++) {
      if (random.nextDouble() >= stray) {
        Point at = by.apply(from.x()[i], from.y()[i]);
        to.x()[i] = (float) (at.x() + random.nextGaussian() * scale);
        to.y()[i] = (float) (at.y() + random.nextGaussian() * scale);
        to.size()[i] = (float) (from.size()[i] * scale);
        to.angle()[i] = (float) (from.angle()[i] + turn);
      }
    }
    long[] codes = from.codes().clone();
    for (int bit = 0; bit < codes.length * Long.SIZE; bit++) {
      if (random.nextInt(8) == 0) {
        codes[bit / Long.SIZE] ^= 1L << bit;
      }
    }
    return new LocalFeatures(to.x(), to.y(), to.size(), to.angle(), codes);
  }
}
