package org.assay.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.media.Alpha;
import org.assay.media.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StillFormatTest {
  private static final Raster PICTURE = new PictureGenerator(61, 47).picture(8);

  @ParameterizedTest
  @EnumSource(StillFormat.class)
  void picturesAreReadBack(StillFormat format) throws Exception {
    byte[] file = format.encode(PICTURE);
    Raster back = Pixels.decode(file);
    assertThat(file).isEqualTo(format.encode(PICTURE));
    assertThat(back).hasToString("61 x 47 pixels");
    if (format == StillFormat.JPEG || format == StillFormat.GIF) {
      assertThat(meanError(PICTURE, back)).isLessThan(12);
    } else {
      assertThat(back.rgb()).isEqualTo(PICTURE.rgb());
    }
  }

  @Test
  void lowerJpegQualityMakesSmallerFiles() {
    assertThat(JpegWriter.encode(PICTURE, 30).length)
        .isLessThan(JpegWriter.encode(PICTURE, 95).length);
    assertThatThrownBy(() -> JpegWriter.encode(PICTURE, 101))
        .hasMessage("JPEG quality must be 1 to 100: 101");
  }

  @Test
  void jpegWithMetadataStillDecodesToTheSamePixels() throws Exception {
    byte[] plain = JpegWriter.encode(PICTURE, 80);
    String packet = XmpPacket.digitalSourceType(XmpPacket.TRAINED_ALGORITHMIC_MEDIA);
    byte[] marked =
        JpegSegments.withComment(
            JpegSegments.withXmp(
                JpegSegments.withExif(plain, new Exif(6, "Assay datasets")), packet),
            "a comment");
    assertThat(Pixels.decode(marked).rgb()).isEqualTo(Pixels.decode(plain).rgb());
    assertThat(new String(marked, StandardCharsets.ISO_8859_1))
        .contains(
            "http://ns.adobe.com/xap/1.0/\0", "Exif\0\0MM\0*", "Assay datasets\0", "a comment");
  }

  @Test
  void exifIsATiffOfTwoFields() {
    byte[] tiff = new Exif(6, "Test").tiff();
    assertThat(tiff)
        .containsExactly(
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2, // header, two fields
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, // orientation
            0x01, 0x31, 0, 2, 0, 0, 0, 5, 0, 0, 0, 38, // software, five letters at byte 38
            0, 0, 0, 0, 'T', 'e', 's', 't', 0);
    assertThat(new Exif(1, "").tiff()).hasSize(26);
    assertThat(new Exif(1, "abc").tiff()).hasSize(38);
    assertThatThrownBy(() -> new Exif(9, "")).hasMessage("EXIF orientation must be 1 to 8: 9");
  }

  @Test
  void pngKeepsAlphaAndTheColoursBelowIt() throws Exception {
    byte[] opacity = new byte[61 * 47];
    for (int i = 0; i < opacity.length; i++) {
      opacity[i] = (byte) (i * 7);
    }
    byte[] png = PngWriter.encode(PICTURE, new Alpha(61, 47, opacity));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(Pixels.raster(image).rgb()).isEqualTo(PICTURE.rgb());
    assertThat(image.getRGB(60, 46) >>> 24).isEqualTo(((61 * 47 - 1) * 7) & 0xff);
  }

  @Test
  void pngChunksHaveRightChecksumsAndOrder() throws Exception {
    byte[] png = PngWriter.encode(PICTURE);
    png = PngChunks.withText(png, "Software", "Assay datasets");
    png = PngChunks.withCompressedText(png, "parameters", "Steps: 20");
    png = PngChunks.withXmp(png, XmpPacket.digitalSourceType(XmpPacket.DIGITAL_CAPTURE));
    png = PngChunks.withExif(png, new Exif(3, ""));
    assertThat(chunkTypes(png))
        .containsExactly("IHDR", "eXIf", "iTXt", "zTXt", "tEXt", "IDAT", "IEND");
    assertThat(Pixels.decode(png).rgb()).isEqualTo(PICTURE.rgb());
  }

  @Test
  void metadataIsRefusedWhereItCannotGo() {
    assertThatThrownBy(() -> PngChunks.withText(new byte[40], "a", "b"))
        .hasMessageContaining("PNG expected");
    assertThatThrownBy(() -> PngChunks.withText(PngWriter.encode(PICTURE), "", "b"))
        .hasMessageContaining("1 to 79 letters");
    assertThatThrownBy(() -> JpegSegments.withComment(new byte[40], "a"))
        .hasMessageContaining("JPEG expected");
    assertThatThrownBy(
            () -> JpegSegments.withSegment(JpegWriter.encode(PICTURE, 50), 0xe1, new byte[70_000]))
        .hasMessageContaining("at most 65533 bytes, found 70000");
    assertThatThrownBy(() -> XmpPacket.digitalSourceType("a\"/><b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void animatedGifHasAllItsFrames() throws Exception {
    PictureGenerator generator = new PictureGenerator(40, 30);
    List<Raster> frames = List.of(generator.picture(1), generator.picture(2), generator.picture(3));
    byte[] gif = GifWriter.animation(frames, Duration.ofMillis(120));
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    for (int number = 0; number < 3; number++) {
      assertThat(meanError(frames.get(number), Pixels.raster(reader.read(number)))).isLessThan(12);
    }
    assertThat(new String(gif, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
    assertThatThrownBy(() -> GifWriter.animation(List.of(), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Walks a PNG by the specification, checking every checksum. */
  private static List<String> chunkTypes(byte[] png) {
    ByteBuffer buffer = ByteBuffer.wrap(png).position(8);
    List<String> types = new ArrayList<>();
    while (buffer.hasRemaining()) {
      int length = buffer.getInt();
      CRC32 checksum = new CRC32();
      checksum.update(png, buffer.position(), length + 4);
      types.add(new String(png, buffer.position(), 4, StandardCharsets.US_ASCII));
      buffer.position(buffer.position() + 4 + length);
      assertThat(buffer.getInt()).isEqualTo((int) checksum.getValue());
    }
    return types;
  }

  private static double meanError(Raster one, Raster other) {
    double sum = 0;
    for (int i = 0; i < one.rgb().length; i++) {
      sum += Math.abs((one.rgb()[i] & 0xff) - (other.rgb()[i] & 0xff));
    }
    return sum / one.rgb().length;
  }
}
