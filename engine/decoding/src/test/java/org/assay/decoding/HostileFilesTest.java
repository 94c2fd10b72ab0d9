package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.assay.testing.RandomSeed;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomSeed.class)
class HostileFilesTest {
  private static final Raster RASTER = SampleMedia.raster(40, 30, 7);

  private final MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp", ".tiff", ".bmp", "gif"})
  void everyTruncationOfAStillEndsInAPictureWithDamageOrARefusal(String format) throws Exception {
    byte[] whole = still(format);
    int shown = 0;
    for (int length = 0; length < whole.length; length++) {
      try {
        Image image = (Image) decode(Arrays.copyOf(whole, length));
        assertThat(image.raster().toString()).isEqualTo("40 x 30 pixels");
        boolean mayBeWhole = format.equals(".tiff") || length == whole.length - 1;
        assertThat(image.damage().isEmpty() && !mayBeWhole).as("length " + length).isFalse();
        shown++;
      } catch (MediaException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
    }
    if (!format.equals(".tiff") && !format.equals(".webp")) {
      assertThat(shown).as("shown in part").isGreaterThan(whole.length / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp", ".tiff", ".bmp", "gif"})
  void corruptedStillsNeverFailOtherwise(String format, Random random) throws Exception {
    byte[] whole = still(format);
    for (int round = 0; round < 300; round++) {
      byte[] broken = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        broken[random.nextInt(random.nextBoolean() ? 64 : broken.length)] = (byte) random.nextInt();
      }
      if (format.equals(".png")) {
        mendHeaderSum(broken);
      }
      decodeOrRefuse(broken);
    }
  }

  @ParameterizedTest
  @CsvSource({"mp4, libopenh264", "mkv, libvpx", "avi, mpeg4", "ts, mpeg2video"})
  void brokenVideosNeverFailOtherwise(String extension, String codec, Random random)
      throws Exception {
    breakAll(
        SampleFiles.ffmpeg(
            folder.resolve("v." + extension),
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=64x48:rate=10:duration=1",
            "-c:v",
            codec),
        random);
  }

  @ParameterizedTest
  @CsvSource({"mp3, libmp3lame", "flac, flac", "wav, pcm_s16le", "ogg, libopus", "m4a, aac"})
  void brokenSoundNeverFailsOtherwise(String extension, String codec, Random random)
      throws Exception {
    breakAll(
        SampleFiles.ffmpeg(
            folder.resolve("s." + extension),
            "-f",
            "lavfi",
            "-i",
            "sine=duration=0.5",
            "-c:a",
            codec),
        random);
  }

  @Test
  void aPngWithOneBrokenByteShowsTheRowsBeforeIt() throws Exception {
    byte[] png = SampleFiles.still(".png", SampleMedia.raster(200, 200, 2));
    png[png.length * 3 / 4] ^= 0x55;
    Image image = (Image) decode(png);
    assertThat(image.damage()).singleElement().asString().startsWith("PNG chunk 'IDAT' at byte");
    byte[] whole = SampleMedia.raster(200, 200, 2).rgb();
    assertThat(Arrays.mismatch(image.raster().rgb(), whole)).isGreaterThan(whole.length / 4);
  }

  @Test
  void aPngThatClaimsThousandsOfMegapixelsIsRefusedByItsHeader() {
    byte[] png = SampleFiles.still(".png", RASTER);
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    mendHeaderSum(png);
    assertRefused(png, "PNG picture claims 60000 x 60000 pixels: a side may have at most 32768");
    ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
    mendHeaderSum(png);
    assertRefused(
        png, "PNG picture claims 30000 x 30000 = 900000000 pixels: at most 100000000 are decoded");
  }

  @Test
  void aJpegThatClaimsTooManyPixelsIsRefusedByItsHeader() {
    byte[] jpeg = SampleFiles.still(".jpg", RASTER);
    for (int i = 0; i + 9 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
        ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 30_000).putShort(i + 7, (short) 30_000);
      }
    }
    assertRefused(
        jpeg,
        "JPEG picture claims 30000 x 30000 = 900000000 pixels: at most 100000000 are decoded");
  }

  @Test
  void aGifWithAHugeCanvasIsRefusedByItsHeader() throws IOException {
    byte[] gif = still("gif");
    ByteBuffer.wrap(gif).putInt(6, 0xFFFFFFFF);
    assertRefused(gif, "GIF picture claims 65535 x 65535 pixels: a side may have at most 32768");
  }

  @Test
  void aTiffWithMoreEntriesThanBytesIsRefused() {
    byte[] tiff = {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0x10, 1, 2};
    assertRefused(
        tiff, "TIFF: TIFF directory of 4096 entries at byte 10 needs 49152 bytes, found 2");
    tiff[8] = (byte) 0xFF;
    tiff[9] = (byte) 0xFF;
    assertRefused(tiff, "TIFF directory at byte 8: expected 1 to 4096 entries, found 65535");
  }

  @Test
  void anEmptyAndAnUnknownFileAreNamed() {
    assertThatThrownBy(() -> decode(new byte[0]))
        .isInstanceOf(MediaException.class)
        .hasMessageEndingWith("found an empty file");
    assertThatThrownBy(() -> decode(new byte[] {1, 2, (byte) 0xAB}))
        .isInstanceOf(MediaException.class)
        .hasMessageEndingWith("found 01 02 ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXTINF:1,\nsecret.mp4\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile 'secret.mp4'\n",
        "file 'secret.mp4'\n",
        "<?xml version=\"1.0\"?><MPD><BaseURL>secret.mp4</BaseURL></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 1 RTP/AVP 96\n"
      })
  void playlistsAndScriptsAreRefused(String script) throws Exception {
    SampleFiles.ffmpeg(
        folder.resolve("secret.mp4"), "-f", "lavfi", "-i", SampleFiles.pattern(64, 48, 1));
    assertThatThrownBy(() -> decode(script.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MediaException.class)
        .hasMessageStartingWith("unknown format at byte 0");
  }

  @Test
  void aPlaylistBehindASoundTagIsNotFollowed() throws Exception {
    SampleFiles.ffmpeg(
        folder.resolve("secret.mp4"), "-f", "lavfi", "-i", SampleFiles.pattern(64, 48, 1));
    String tagged = "ID3\u0003\0\0\0\0\0\0#EXTM3U\n#EXTINF:1,\nsecret.mp4\n#EXT-X-ENDLIST\n";
    assertThatThrownBy(() -> decode(tagged.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(MediaException.class)
        .hasMessageStartingWith("mp3 file: expected a track of video or sound");
  }

  private void breakAll(Path sample, Random random) throws Exception {
    byte[] whole = Files.readAllBytes(sample);
    for (int part = 1; part < 4; part++) {
      decodeOrRefuse(Arrays.copyOf(whole, whole.length * part / 4));
      byte[] broken = whole.clone();
      for (int i = 0; i < 20; i++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      decodeOrRefuse(broken);
    }
  }

  private void decodeOrRefuse(byte[] bytes) throws Exception {
    try {
      assertThat(decode(bytes)).isNotNull();
    } catch (MediaException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> decode(bytes)).isInstanceOf(MediaException.class).hasMessage(message);
  }

  private Media decode(byte[] bytes) throws Exception {
    Path file = folder.resolve("hostile");
    Files.write(file, bytes);
    return decoder.decode(SampleMedia.item(file));
  }

  private static byte[] still(String format) throws IOException {
    return format.equals("gif")
        ? SampleFiles.imageIo("gif", SampleFiles.palette(RASTER, -1))
        : SampleFiles.still(format, RASTER);
  }

  /** So that corruption gets past the checksum of the header to the code behind it. */
  private static void mendHeaderSum(byte[] png) {
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).order(ByteOrder.BIG_ENDIAN).putInt(29, (int) crc.getValue());
  }
}
