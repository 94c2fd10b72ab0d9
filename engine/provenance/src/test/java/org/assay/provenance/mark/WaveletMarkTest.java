package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.assay.media.Image;
import org.assay.media.Raster;
import org.assay.signal.Mark;
import org.assay.testing.RandomSeed;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(RandomSeed.class)
class WaveletMarkTest {
  private static final int SIDE = 512;

  static Stream<WaveletPayload> payloads() {
    return WaveletPayload.KNOWN.stream();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void payloadIsFoundThoughAThirdOfTheBlocksIsDamaged(WaveletPayload payload) throws Exception {
    Image image = image(marked(payload.bits(), 0.33, new Random(payload.bits().hashCode())));
    assertThat(WaveletMark.find(image).map(Mark::value).orElse("")).startsWith(payload.name());
  }

  @RepeatedTest(20)
  void unknownPayloadIsNotFound(Random random) throws Exception {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < 53; i++) { // no multiple of a known length
      bits.append(random.nextInt(2));
    }
    assertThat(WaveletMark.find(image(marked(bits.toString(), 0.1, random)))).isEmpty();
  }

  @Test
  void flatRegularAndSmallPicturesBearNoMark() throws Exception {
    assertThat(WaveletMark.find(image(SampleMedia.flat(SIDE, SIDE, 90)))).isEmpty();
    assertThat(WaveletMark.find(image(marked("10", 0, new Random(1))))).isEmpty();
    assertThat(WaveletMark.find(image(marked("1100", 0, new Random(1))))).isEmpty();
    assertThat(WaveletMark.find(image(SampleMedia.raster(SIDE, SIDE, 3)))).isEmpty();
    assertThat(WaveletMark.find(image(SampleMedia.raster(200, 900, 3)))).isEmpty();
  }

  @Test
  void lengthsAreThoseThatGeneratorsEmbed() {
    assertThat(payloads().map(payload -> payload.bits().length()))
        .containsExactly(136, 32, 64, 48, 46, 32, 64);
  }

  /** Flat blocks of 8 x 8 pixels whose U is in the middle of a 1 or of a 0 under both methods. */
  private static Raster marked(String bits, double damage, Random random) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    int columns = SIDE / 8;
    boolean[] one = new boolean[columns * columns];
    for (int n = 0; n < one.length; n++) {
      boolean bit = bits.charAt(n % bits.length()) == '1';
      one[n] = random.nextDouble() < damage ? random.nextBoolean() : bit;
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
      int block = i / SIDE / 8 * columns + i % SIDE / 8;
      rgb[3 * i] = (byte) 128;
      rgb[3 * i + 1] = (byte) 128;
      rgb[3 * i + 2] = (byte) (one[block] ? 112 : 94);
    }
    return new Raster(SIDE, SIDE, rgb);
  }

  private static Image image(Raster raster) {
    return SampleMedia.image(Path.of("marked.png"), raster);
  }
}
