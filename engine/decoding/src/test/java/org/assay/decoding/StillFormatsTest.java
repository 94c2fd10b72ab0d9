package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.assay.media.Image;
import org.assay.media.MediaType;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillFormatsTest {
  private static final Raster RASTER = SampleMedia.raster(61, 37, 1);

  private final MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({".png, PNG", ".bmp, BMP", ".tiff, TIFF", ".webp, WEBP"})
  void losslessFormatsGiveEverySampleBack(String extension, MediaType type) throws Exception {
    // OpenCV writes WebP without loss when no quality is asked for.
    Image image = decode(SampleFiles.still(extension, RASTER));
    assertThat(image.type()).isEqualTo(type);
    assertThat(image.raster().rgb()).isEqualTo(RASTER.rgb());
    assertThat(image.alpha()).isEmpty();
    assertThat(image.animated()).isFalse();
    assertThat(image.orientation()).isEqualTo(1);
    assertThat(image.damage()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".png", ".tiff"})
  void sixteenBitSamplesKeepTheirHighByte(String extension) throws Exception {
    Image image = decode(SampleFiles.sixteenBit(extension, RASTER));
    assertThat(image.raster().rgb()).isEqualTo(RASTER.rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {".png", ".webp"})
  void alphaIsKeptToTheLastBitAndColoursAreNotBlended(String extension) throws Exception {
    Image image = decode(SampleFiles.withAlpha(extension, RASTER));
    byte[] opacity = image.alpha().orElseThrow().opacity();
    for (int i = 0; i < opacity.length; i++) {
      assertThat(opacity[i]).isEqualTo((byte) i);
    }
    if (extension.equals(".png")) { // lossless WebP may drop colours under alpha 0
      assertThat(image.raster().rgb()).isEqualTo(RASTER.rgb());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".png", ".bmp", ".tiff"})
  void greyIsSpreadOverThreeChannels(String extension) throws Exception {
    byte[] rgb = decode(SampleFiles.grey(extension, RASTER)).raster().rgb();
    for (int i = 0; i < rgb.length; i++) {
      assertThat(rgb[i]).isEqualTo(RASTER.rgb()[i - i % 3]);
    }
  }

  @ParameterizedTest
  @CsvSource({"png, -1", "png, 3", "gif, -1", "gif, 3", "bmp, -1"})
  void palettesAreResolved(String format, int transparent) throws Exception {
    BufferedImage palette = SampleFiles.palette(RASTER, transparent);
    Image image = decode(SampleFiles.imageIo(format, palette));
    assertThat(image.alpha().isPresent()).isEqualTo(transparent >= 0);
    for (int i = 0; i < RASTER.rgb().length / 3; i++) {
      int argb = palette.getRGB(i % 61, i / 61);
      if (argb >>> 24 == 255) {
        assertThat(image.raster().rgb()[3 * i]).isEqualTo((byte) (argb >> 16));
      } else {
        assertThat(image.alpha().orElseThrow().opacity()[i]).isZero();
      }
    }
  }

  @Test
  void jpegGivesTheSamplesThatTheJdkGives() throws Exception {
    byte[] jpeg = SampleFiles.still(".jpg", SampleMedia.raster(160, 120, 3));
    assertThat(differences(decode(jpeg).raster(), jpeg)).isZero();
  }

  @Test
  void gifOfManyColoursGivesTheSamplesThatTheJdkGives() throws Exception {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Raster raster = SampleMedia.raster(300, 200, 5);
    for (int i = 0; i < 300 * 200; i++) {
      int red = raster.rgb()[3 * i] & 0xF0;
      image.setRGB(i % 300, i / 300, red << 16 | (raster.rgb()[3 * i + 1] & 0xF0) << 8);
    }
    byte[] gif = SampleFiles.imageIo("gif", image);
    assertThat(differences(decode(gif).raster(), gif)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"gif, GIF, gif", "apng, PNG, apng", "webp, WEBP, libwebp_anim"})
  void animationsShowTheirFirstFrame(String extension, MediaType type, String codec)
      throws Exception {
    Path file =
        SampleFiles.ffmpeg(
            folder.resolve("moving." + extension),
            "-f",
            "lavfi",
            "-i",
            "color=red:size=64x48:rate=5:duration=0.4,format=rgb24",
            "-f",
            "lavfi",
            "-i",
            "color=blue:size=64x48:rate=5:duration=1,format=rgb24",
            "-filter_complex",
            "[0][1]concat=n=2",
            "-c:v",
            codec);
    Image image = (Image) decoder.decode(SampleMedia.item(file));
    assertThat(image.type()).isEqualTo(type);
    assertThat(image.animated()).isTrue();
    assertThat(image.raster().toString()).isEqualTo("64 x 48 pixels");
    assertThat(image.raster().rgb()[0] & 0xFF).isGreaterThan(240);
    assertThat(image.raster().rgb()[2] & 0xFF).isLessThan(20);
  }

  @Test
  void theFilesNamePlaysNoPart() throws Exception {
    Path file = folder.resolve("holiday.mp4");
    Files.write(file, SampleFiles.still(".png", RASTER));
    assertThat(decoder.decode(SampleMedia.item(file)).type()).isEqualTo(MediaType.PNG);
  }

  private Image decode(byte[] bytes) throws Exception {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    return (Image) decoder.decode(SampleMedia.item(file));
  }

  static int differences(Raster raster, byte[] file) throws IOException {
    BufferedImage reference = ImageIO.read(new ByteArrayInputStream(file));
    int differences = 0;
    for (int i = 0; i < raster.rgb().length / 3; i++) {
      int rgb = reference.getRGB(i % raster.widthPixels(), i / raster.widthPixels());
      for (int c = 0; c < 3; c++) {
        if ((byte) (rgb >> (16 - 8 * c)) != raster.rgb()[3 * i + c]) {
          differences++;
        }
      }
    }
    return differences;
  }
}
