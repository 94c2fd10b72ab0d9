package org.assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.video.Melody;
import org.assay.datasets.video.VideoGenerator;
import org.assay.media.Sound;
import org.junit.jupiter.api.Test;

class RiffTest {
  private final Clip clip = new VideoGenerator(64, 48, 5).clip(2, Duration.ofSeconds(3));
  private final byte[] avi = MotionJpegAvi.encode(clip, 80);
  private final ByteBuffer bytes = ByteBuffer.wrap(avi).order(ByteOrder.LITTLE_ENDIAN);

  @Test
  void aviHeadersSayWhatTheClipIs() {
    assertThat(ascii(0)).isEqualTo("RIFF");
    assertThat(bytes.getInt(4)).isEqualTo(avi.length - 8);
    assertThat(ascii(8)).isEqualTo("AVI ");
    int main = find("avih") + 8;
    assertThat(bytes.getInt(main)).isEqualTo(200_000);
    assertThat(bytes.getInt(main + 16)).isEqualTo(15);
    assertThat(bytes.getInt(main + 24)).isEqualTo(2);
    assertThat(bytes.getInt(main + 32)).isEqualTo(64);
    assertThat(bytes.getInt(main + 36)).isEqualTo(48);
    assertThat(bytes.getInt(main - 4)).isEqualTo(56);
    assertThat(bytes.getInt(find("strh") + 4)).isEqualTo(56);
    assertThat(bytes.getInt(find("strf") + 4)).isEqualTo(40);
  }

  @Test
  void indexLeadsToEveryFrameAndToAllSound() throws Exception {
    int movie = find("movi");
    int index = find("idx1");
    int entries = bytes.getInt(index + 4) / 16;
    int frames = 0;
    int soundBytes = 0;
    for (int entry = 0; entry < entries; entry++) {
      int at = index + 8 + 16 * entry;
      int chunk = movie + bytes.getInt(at + 8);
      int length = bytes.getInt(at + 12);
      assertThat(ascii(chunk)).isEqualTo(ascii(at));
      assertThat(bytes.getInt(chunk + 4)).isEqualTo(length);
      if (ascii(chunk).equals("00dc")) {
        byte[] jpeg = Arrays.copyOfRange(avi, chunk + 8, chunk + 8 + length);
        assertThat(Pixels.decode(jpeg)).hasToString("64 x 48 pixels");
        frames++;
      } else {
        soundBytes += length;
      }
    }
    assertThat(frames).isEqualTo(15);
    assertThat(soundBytes).isEqualTo(2 * clip.sound().orElseThrow().samples().length);
  }

  @Test
  void silentClipHasOneStream() {
    PictureGenerator generator = new PictureGenerator(16, 16);
    byte[] silent =
        MotionJpegAvi.encode(
            Clip.silent(2, List.of(generator.picture(1), generator.picture(2))), 70);
    assertThat(new String(silent, StandardCharsets.ISO_8859_1))
        .contains("vidsMJPG")
        .doesNotContain("auds");
  }

  @Test
  void framesOfDifferentSizesAreRefused() {
    Clip odd =
        Clip.silent(
            1,
            List.of(
                new PictureGenerator(16, 16).picture(1), new PictureGenerator(16, 18).picture(1)));
    assertThatThrownBy(() -> MotionJpegAvi.encode(odd, 70))
        .hasMessage("frame 1 is 16 x 18 pixels, frame 0 is 16 x 16 pixels");
  }

  @Test
  void wavIsReadBackByTheJdk() throws Exception {
    Sound sound = Melody.sound(1, Duration.ofMillis(501), 8000);
    byte[] wav = WavWriter.encode(sound);
    try (AudioInputStream back = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      assertThat(back.getFormat().getSampleRate()).isEqualTo(8000f);
      assertThat(back.getFormat().getChannels()).isEqualTo(1);
      assertThat(back.getFormat().getSampleSizeInBits()).isEqualTo(16);
      ByteBuffer pcm = ByteBuffer.wrap(back.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] samples = new short[pcm.remaining() / 2];
      pcm.asShortBuffer().get(samples);
      assertThat(samples).isEqualTo(sound.samples());
    }
  }

  private String ascii(int at) {
    return new String(avi, at, 4, StandardCharsets.US_ASCII);
  }

  private int find(String id) {
    int at = new String(avi, StandardCharsets.ISO_8859_1).indexOf(id);
    assertThat(at).as(id).isPositive();
    return at;
  }
}
