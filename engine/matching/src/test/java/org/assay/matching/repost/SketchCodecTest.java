package org.assay.matching.repost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class SketchCodecTest {
  private static final PictureSketch SKETCH = new Sketcher().sketch(Samples.scene(300, 200, 5));

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    PictureSketch read = SketchCodec.decode(SketchCodec.encode(SKETCH));
    assertThat(read.hashes()).isEqualTo(SKETCH.hashes());
    assertThat(read.thumbnail()).isEqualTo(SKETCH.thumbnail());
    assertThat(read.features().codes()).isEqualTo(SKETCH.features().codes());
    for (int i = 0; i < SKETCH.features().count(); i++) {
      assertThat(read.features().x()[i]).isCloseTo(SKETCH.features().x()[i], within(0.01f));
      assertThat(read.features().y()[i]).isCloseTo(SKETCH.features().y()[i], within(0.01f));
      assertThat(read.features().size()[i]).isCloseTo(SKETCH.features().size()[i], within(0.01f));
    }
  }

  @Test
  void roundingTwiceIsRoundingOnce() throws IOException {
    byte[] once = SketchCodec.encode(SKETCH);
    assertThat(SketchCodec.encode(SketchCodec.decode(once))).isEqualTo(once);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = SketchCodec.encode(SKETCH);
    for (int length = 0; length < whole.length; length += 1 + length / 200) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SketchCodec.decode(part)).isInstanceOf(IOException.class);
    }
  }

  @RepeatedTest(100)
  void brokenBytesAreRefusedOrReadButNeverWorse(Random random) {
    byte[] broken = SketchCodec.encode(SKETCH);
    for (int i = 0; i < 5; i++) {
      broken[random.nextInt(i == 0 ? 16 : broken.length)] = (byte) random.nextInt();
    }
    try {
      assertThat(SketchCodec.decode(broken)).isNotNull();
    } catch (IOException refused) {
      assertThat(refused).hasMessageContaining("sketch");
    }
  }
}
