package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assay.media.Audio;
import org.assay.media.Frame;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.media.Raster;
import org.assay.media.Sound;
import org.assay.media.Video;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingFormatsTest {
  private static final String PATTERN = SampleFiles.pattern(160, 120, 3);
  private static final String TONE = "sine=frequency=1000:sample_rate=44100:duration=3";

  private final MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "mp4, MP4, libopenh264, aac", "mov, MOV, libopenh264, aac", "mkv, MATROSKA, libopenh264, flac",
    "webm, MATROSKA, libvpx, libopus", "avi, AVI, mpeg4, libmp3lame", "ts, MPEG, mpeg2video, mp2",
    "mpg, MPEG, mpeg2video, mp2"
  })
  void videosGiveAFrameASecondAndTheirSound(
      String extension, MediaType type, String codec, String soundCodec) throws Exception {
    Video video =
        (Video)
            made(
                "video." + extension,
                "-f",
                "lavfi",
                "-i",
                PATTERN,
                "-f",
                "lavfi",
                "-i",
                TONE,
                "-c:v",
                codec,
                "-c:a",
                soundCodec,
                "-pix_fmt",
                "yuv420p");
    assertThat(video.type()).isEqualTo(type);
    assertThat(video.damage()).isEmpty();
    assertThat(seconds(video.duration())).isCloseTo(3.0, within(0.2));
    List<Frame> regular = video.frames().stream().filter(frame -> !frame.cut()).toList();
    // AVI counts one frame more at the end.
    assertThat(regular).hasSizeBetween(3, extension.equals("avi") ? 4 : 3);
    for (int i = 0; i < 3; i++) {
      assertThat(seconds(regular.get(i).time())).isCloseTo(i, within(0.041));
    }
    assertThat(regular.get(0).raster().toString()).isEqualTo("160 x 120 pixels");
    assertTone(video.sound().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "m4a, M4A, aac",
    "mp4, M4A, aac",
    "mp3, MP3, libmp3lame",
    "wav, WAV, pcm_s24le",
    "flac, FLAC, flac",
    "ogg, OGG, libopus"
  })
  void soundFilesGiveMonoAtSixteenKilohertz(String extension, MediaType type, String codec)
      throws Exception {
    Audio audio =
        (Audio) made("sound." + extension, "-f", "lavfi", "-i", TONE, "-c:a", codec, "-ac", "2");
    assertThat(audio.type()).isEqualTo(type);
    assertThat(audio.damage()).isEmpty();
    assertTone(audio.sound());
  }

  @Test
  void soundWithCoverArtIsStillSound() throws Exception {
    Media media =
        made(
            "song.mp3",
            "-f",
            "lavfi",
            "-i",
            TONE,
            "-f",
            "lavfi",
            "-i",
            "color=red:size=64x64:rate=1:duration=1",
            "-map",
            "0",
            "-map",
            "1",
            "-frames:v",
            "1",
            "-c:v",
            "mjpeg",
            "-c:a",
            "libmp3lame",
            "-disposition:v:0",
            "attached_pic");
    assertThat(media).isInstanceOf(Audio.class);
  }

  @Test
  void sceneCutsAreSampledAtTheirFrame() throws Exception {
    Video video =
        (Video)
            made(
                "cut.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=white:size=160x120:rate=25:duration=1.48",
                "-f",
                "lavfi",
                "-i",
                SampleFiles.pattern(160, 120, 2),
                "-filter_complex",
                "[0][1]concat=n=2",
                "-c:v",
                "libopenh264");
    assertThat(video.sound()).isEmpty();
    List<Frame> cuts = video.frames().stream().filter(Frame::cut).toList();
    assertThat(cuts).hasSize(1);
    assertThat(seconds(cuts.get(0).time())).isCloseTo(1.48, within(0.001));
  }

  @Test
  void rotatedVideosAreTurnedUpright() throws Exception {
    Path plain = SampleFiles.ffmpeg(folder.resolve("plain.mp4"), "-f", "lavfi", "-i", PATTERN);
    Video video =
        (Video)
            made("rotated.mp4", "-display_rotation", "90", "-i", plain.toString(), "-c", "copy");
    assertThat(video.frames().get(0).raster().toString()).isEqualTo("120 x 160 pixels");
  }

  @Test
  void longVideosAreSpreadOverTheFrameLimit() throws Exception {
    Path file =
        SampleFiles.ffmpeg(
            folder.resolve("long.mp4"),
            "-f",
            "lavfi",
            "-i",
            "testsrc=size=64x48:rate=10:duration=40",
            "-c:v",
            "libopenh264");
    Limits few = limits(64, 12, Duration.ofHours(1));
    Video video = (Video) new MediaDecoder(few, TestCache.folder()).decode(SampleMedia.item(file));
    assertThat(video.frames()).hasSizeBetween(8, 12);
    Frame last = video.frames().get(video.frames().size() - 1);
    assertThat(seconds(last.time())).isBetween(34.0, 40.0);
  }

  @Test
  void largeFramesAreScaledDownAndTooLongVideosRefused() throws Exception {
    Path file = SampleFiles.ffmpeg(folder.resolve("plain.mp4"), "-f", "lavfi", "-i", PATTERN);
    Video video =
        (Video)
            new MediaDecoder(limits(80, 10, Duration.ofHours(1)), TestCache.folder())
                .decode(SampleMedia.item(file));
    assertThat(video.frames().get(0).raster().toString()).isEqualTo("80 x 60 pixels");
    MediaDecoder strict =
        new MediaDecoder(limits(80, 10, Duration.ofSeconds(2)), TestCache.folder());
    assertThatThrownBy(() -> strict.decode(SampleMedia.item(file)))
        .isInstanceOf(MediaException.class)
        .hasMessage("video or sound of 3 s: at most 2 s are decoded");
  }

  @Test
  void avifStillsAndSequencesAreTold() throws Exception {
    Image image = (Image) made("still.avif", avif(PATTERN, 1));
    assertThat(image.type()).isEqualTo(MediaType.AVIF);
    assertThat(image.animated()).isFalse();
    assertThat(image.damage()).isEmpty();
    assertThat(image.raster().toString()).isEqualTo("160 x 120 pixels");
    assertThat(((Image) made("moving.avif", avif(PATTERN, 3))).animated()).isTrue();
  }

  @Test
  void avifTilesArePutTogetherAndTurned() throws Exception {
    Path red = SampleFiles.ffmpeg(folder.resolve("r.avif"), avif("color=red:size=64x96", 1));
    Path blue = SampleFiles.ffmpeg(folder.resolve("b.avif"), avif("color=blue:size=64x96", 1));
    List<byte[]> tiles = List.of(Files.readAllBytes(red), Files.readAllBytes(blue));
    Raster flat = heif(SampleHeif.row(tiles, 64, 96, 0));
    assertThat(flat.toString()).isEqualTo("128 x 96 pixels");
    assertThat(flat.rgb()[3 * (48 * 128 + 10)] & 0xFF).as("left is red").isGreaterThan(240);
    assertThat(flat.rgb()[3 * (48 * 128 + 118) + 2] & 0xFF).as("right is blue").isGreaterThan(240);
    Raster turned = heif(SampleHeif.row(tiles, 64, 96, 1));
    assertThat(turned.toString()).isEqualTo("96 x 128 pixels");
    assertThat(turned.rgb()[3 * (10 * 96 + 48) + 2] & 0xFF).as("top is blue").isGreaterThan(240);
    byte[] bomb = SampleHeif.row(tiles, 64, 96, 0);
    int size = new String(bomb, ISO_8859_1).lastIndexOf("ispe") + 8;
    ByteBuffer.wrap(bomb).putInt(size, 30_000).putInt(size + 4, 30_000);
    assertThatThrownBy(() -> heif(bomb))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("AVIF picture claims 30000 x 30000 = 900000000 pixels");
  }

  private Raster heif(byte[] bytes) throws Exception {
    Path file = folder.resolve("made.avif");
    Files.write(file, bytes);
    return ((Image) decoder.decode(SampleMedia.item(file))).raster();
  }

  private static String[] avif(String source, int frames) {
    return new String[] {
      "-f",
      "lavfi",
      "-i",
      source,
      "-frames:v",
      Integer.toString(frames),
      "-c:v",
      "libaom-av1",
      "-cpu-used",
      "8",
      "-pix_fmt",
      "yuv420p"
    };
  }

  private static Limits limits(int frameSide, int frames, Duration duration) {
    Limits d = Limits.DEFAULT;
    return new Limits(
        d.maxStillBytes(),
        d.maxStillPixels(),
        d.maxSidePixels(),
        d.maxVideoPixels(),
        frameSide,
        frames,
        duration,
        d.maxSound(),
        d.maxOutputBytes(),
        d.childTime(),
        d.childMemoryBytes());
  }

  private Media made(String name, String... arguments) throws Exception {
    Path file = SampleFiles.ffmpeg(folder.resolve(name), arguments);
    return decoder.decode(SampleMedia.item(file));
  }

  /** About three seconds that cross zero 2000 times a second. */
  private static void assertTone(Sound sound) {
    assertThat(sound.sampleRateHz()).isEqualTo(16_000);
    assertThat(seconds(sound.duration())).isCloseTo(3.0, within(0.15));
    int crossings = 0;
    for (int i = 8_001; i < 24_000; i++) {
      if (sound.samples()[i] >= 0 != sound.samples()[i - 1] >= 0) {
        crossings++;
      }
    }
    assertThat(crossings).isBetween(1_990, 2_010);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
