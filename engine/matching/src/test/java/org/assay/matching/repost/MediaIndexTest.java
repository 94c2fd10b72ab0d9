package org.assay.matching.repost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;

class MediaIndexTest {
  private static final Path FILE = Path.of("clip.mp4");

  private static Raster scene(int seed) {
    return Samples.scene(320, 240, seed);
  }

  @Test
  void stillTakenOutOfAKnownVideoIsFoundWithItsTime() throws Exception {
    try (MediaIndex index = new MediaIndex(RepostIndex.inMemory())) {
      index.add("clip", SampleMedia.video(FILE, scene(1), scene(2), scene(3)));
      Raster still = Disguise.CROP.of(scene(3), new Random(1));
      List<MediaIndex.Match> matches = index.search(SampleMedia.image(Path.of("a.png"), still));
      assertThat(matches).hasSize(1);
      assertThat(matches.get(0).original()).isEqualTo("clip");
      assertThat(matches.get(0).originalTime()).contains(Duration.ofSeconds(2));
      assertThat(matches.get(0).queryTime()).isEmpty();
    }
  }

  @Test
  void knownPictureShownInAVideoIsFoundOnceWithTheNumberOfPictures() throws Exception {
    try (MediaIndex index = new MediaIndex(RepostIndex.inMemory())) {
      index.add("picture", SampleMedia.image(Path.of("a.png"), scene(4)));
      List<MediaIndex.Match> matches =
          index.search(SampleMedia.video(FILE, scene(5), scene(4), scene(4)));
      assertThat(matches).hasSize(1);
      assertThat(matches.get(0).original()).isEqualTo("picture");
      assertThat(matches.get(0).pictures()).isEqualTo(2);
      assertThat(matches.get(0).queryTime()).contains(Duration.ofSeconds(1));
    }
  }

  @Test
  void soundHasNoPictureAndIsRefused() throws Exception {
    try (MediaIndex index = new MediaIndex(RepostIndex.inMemory())) {
      assertThatThrownBy(() -> index.search(SampleMedia.audio(Path.of("a.wav"))))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("no picture");
    }
  }
}
