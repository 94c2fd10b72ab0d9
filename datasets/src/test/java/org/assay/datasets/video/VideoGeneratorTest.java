package org.assay.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assay.datasets.format.Clip;
import org.assay.media.Raster;
import org.assay.media.Sound;
import org.junit.jupiter.api.Test;

class VideoGeneratorTest {
  private final Clip clip = new VideoGenerator(80, 60, 10).clip(4, Duration.ofSeconds(2));

  @Test
  void filmLastsAsLongAsItShould() {
    assertThat(clip.frameCount()).isEqualTo(20);
    assertThat(clip.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(clip.sound().orElseThrow().duration()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void hardCutIsInTheMiddleAndEverythingElseMovesSlowly() {
    double atCut = difference(9, 10);
    for (int number = 1; number < clip.frameCount(); number++) {
      double change = difference(number - 1, number);
      assertThat(change).as("frame %d", number).isPositive();
      if (number != 10) {
        assertThat(change).as("frame %d", number).isLessThan(atCut / 2);
      }
    }
  }

  @Test
  void sameSeedGivesTheSameFramesAndSound() {
    Clip again = new VideoGenerator(80, 60, 10).clip(4, Duration.ofSeconds(2));
    assertThat(again.frames().apply(13).rgb()).isEqualTo(clip.frames().apply(13).rgb());
    assertThat(again.sound().orElseThrow().samples())
        .isEqualTo(clip.sound().orElseThrow().samples());
  }

  @Test
  void melodyIsNeitherSilentNorClipped() {
    Sound sound = Melody.sound(9, Duration.ofMillis(1500), 16_000);
    assertThat(sound.samples()).hasSize(24_000);
    int loudest = 0;
    for (short sample : sound.samples()) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertThat(loudest).isBetween(5_000, 20_000);
  }

  private double difference(int one, int other) {
    Raster first = clip.frames().apply(one);
    Raster second = clip.frames().apply(other);
    double sum = 0;
    for (int i = 0; i < first.rgb().length; i++) {
      sum += Math.abs((first.rgb()[i] & 0xff) - (second.rgb()[i] & 0xff));
    }
    return sum / first.rgb().length;
  }
}
