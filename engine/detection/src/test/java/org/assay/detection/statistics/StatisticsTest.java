package org.assay.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import org.assay.media.Raster;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each family reacts to what it is meant to see, and to nothing else. */
@ExtendWith(RandomSeed.class)
class StatisticsTest {
  private static final int SIDE = Tile.SIDE;

  @Test
  void fastTransformEqualsTheDefinition(Random random) {
    double[] real = random.doubles(SIDE, -1, 1).toArray();
    double[] imaginary = random.doubles(SIDE, -1, 1).toArray();
    double[] fastReal = real.clone();
    double[] fastImaginary = imaginary.clone();
    Fourier.transform(fastReal, fastImaginary, 0);
    for (int k = 0; k < SIDE; k++) {
      double expectedReal = 0;
      double expectedImaginary = 0;
      for (int n = 0; n < SIDE; n++) {
        double angle = -2 * Math.PI * k * n / SIDE;
        expectedReal += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
        expectedImaginary += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
      }
      assertThat(fastReal[k]).isCloseTo(expectedReal, within(1e-9));
      assertThat(fastImaginary[k]).isCloseTo(expectedImaginary, within(1e-9));
    }
  }

  @Test
  void residualsOfASlopeAreConstantAndSecondOnesVanish() {
    float[] slope = new float[SIDE * SIDE];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = i % SIDE + 2 * (i / SIDE);
    }
    Plane plane = new Plane(SIDE, SIDE, slope);
    assertThat(Residual.HORIZONTAL.of(plane).samples()).containsOnly(1);
    assertThat(Residual.VERTICAL.of(plane).samples()).containsOnly(2);
    for (Residual second :
        new Residual[] {
          Residual.HORIZONTAL_SECOND, Residual.VERTICAL_SECOND, Residual.DIAGONAL, Residual.SQUARE
        }) {
      assertThat(second.of(plane).meanMagnitude()).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void repeatedPixelsShowInThePhasesWhereverTheyStart(Random random) {
    long seed = random.nextLong();
    Statistic phases = new Phases();
    float plain = Noise.measure(phases, Noise.white(SIDE, SIDE, seed))[0];
    for (int shift : new int[] {0, 1}) {
      float repeated = Noise.measure(phases, Noise.repeated(SIDE, SIDE, shift, seed))[0];
      assertThat(plain).isLessThan(0.2f);
      assertThat(repeated).isGreaterThan(1.5f);
    }
  }

  @Test
  void repeatedPixelsShowInTheAutocorrelation(Random random) {
    long seed = random.nextLong();
    Statistic autocorrelation = new Autocorrelation();
    float[] plain = Noise.measure(autocorrelation, Noise.white(SIDE, SIDE, seed));
    float[] repeated = Noise.measure(autocorrelation, Noise.repeated(SIDE, SIDE, 0, seed));
    // The filter itself ties neighbours of white noise together by about -2/3.
    assertThat(plain[0]).isBetween(-0.8f, -0.5f);
    assertThat(repeated[0]).isNotCloseTo(plain[0], within(0.2f));
  }

  @Test
  void coOccurrencesOfRelativeStepDoNotDependOnContrast(Random random) {
    Raster strong = Noise.white(SIDE, SIDE, random.nextLong());
    byte[] weakened = strong.rgb().clone();
    for (int i = 0; i < weakened.length; i++) {
      weakened[i] = (byte) (128 + ((weakened[i] & 0xff) - 128) / 2);
    }
    float[] first = Noise.measure(new CoOccurrences(), strong);
    float[] second = Noise.measure(new CoOccurrences(), new Raster(SIDE, SIDE, weakened));
    for (int i = 18; i < 36; i++) {
      assertThat(second[i]).isCloseTo(first[i], within(0.05f));
    }
  }

  @Test
  void jpegShowsOnItsOwnGridOnly(Random random) {
    Tile compressed = new JpegView().of(Tile.of(Noise.white(SIDE, SIDE, random.nextLong()), 0, 0));
    FloatBuffer values = FloatBuffer.allocate(new BlockDct().size());
    new BlockDct().measure(compressed, values);
    // Quantisation empties the highest frequency on the grid of the code, not on the moved one.
    assertThat(values.get(69)).isLessThan(-0.1f);
  }

  @Test
  void greyNoiseTiesTheChannelsTogether(Random random) {
    byte[] grey = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < grey.length; i += 3) {
      byte value = (byte) (100 + random.nextInt(50));
      grey[i] = value;
      grey[i + 1] = value;
      grey[i + 2] = value;
    }
    float tied = Noise.measure(new ColourResiduals(), new Raster(SIDE, SIDE, grey))[0];
    float free = Noise.measure(new ColourResiduals(), Noise.white(SIDE, SIDE, 1))[0];
    assertThat(tied).isGreaterThan(0.99f);
    assertThat(free).isBetween(-0.1f, 0.1f);
  }
}
