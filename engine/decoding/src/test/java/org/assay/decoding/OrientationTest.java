package org.assay.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.assay.media.Image;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;

  @TempDir private Path folder;

  /** Where the stored top left corner is seen, by the EXIF specification. */
  @ParameterizedTest
  @CsvSource({
    "1, top-left, false", "2, top-right, false", "3, bottom-right, false", "4, bottom-left, false",
    "5, top-left, true", "6, top-right, true", "7, bottom-right, true", "8, bottom-left, true"
  })
  void everyFormatIsTurnedUprightOnce(int orientation, String corner, boolean sideways)
      throws Exception {
    Raster raster = cornerMarked();
    byte[] exif = exif(orientation);
    assertUpright(jpegWith(SampleFiles.still(".jpg", raster), exif), orientation, corner, sideways);
    assertUpright(pngWith(SampleFiles.still(".png", raster), exif), orientation, corner, sideways);
    assertUpright(
        webpWith(SampleFiles.still(".webp", raster), exif), orientation, corner, sideways);
    assertUpright(
        tiffWith(SampleFiles.still(".tiff", raster), orientation), orientation, corner, sideways);
  }

  private void assertUpright(byte[] bytes, int orientation, String corner, boolean sideways)
      throws Exception {
    Path file = folder.resolve("file");
    Files.write(file, bytes);
    Image image =
        (Image) new MediaDecoder(Limits.DEFAULT, TestCache.folder()).decode(SampleMedia.item(file));
    assertThat(image.orientation()).isEqualTo(orientation);
    Raster raster = image.raster();
    assertThat(raster.widthPixels()).isEqualTo(sideways ? HEIGHT : WIDTH);
    int x = corner.endsWith("left") ? 2 : raster.widthPixels() - 3;
    int y = corner.startsWith("top") ? 2 : raster.heightPixels() - 3;
    for (int cornerX : new int[] {2, raster.widthPixels() - 3}) {
      for (int cornerY : new int[] {2, raster.heightPixels() - 3}) {
        int red = raster.rgb()[3 * (cornerY * raster.widthPixels() + cornerX)] & 0xFF;
        boolean expected = cornerX == x && cornerY == y;
        assertThat(red > 128)
            .as(image.type() + " at " + cornerX + "," + cornerY)
            .isEqualTo(expected);
      }
    }
  }

  private static Raster cornerMarked() {
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < 8; y++) {
      Arrays.fill(rgb, 3 * y * WIDTH, 3 * (y * WIDTH + 8), (byte) 255);
    }
    return new Raster(WIDTH, HEIGHT, rgb);
  }

  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
    tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }

  private static byte[] jpegWith(byte[] jpeg, byte[] exif) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 10);
    out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
    out.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif).put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  private static byte[] pngWith(byte[] png, byte[] exif) {
    int afterHeader = 33;
    CRC32 crc = new CRC32();
    crc.update(new byte[] {'e', 'X', 'I', 'f'});
    crc.update(exif);
    ByteBuffer out = ByteBuffer.allocate(png.length + exif.length + 12);
    out.put(png, 0, afterHeader).putInt(exif.length).put(new byte[] {'e', 'X', 'I', 'f'});
    out.put(exif).putInt((int) crc.getValue()).put(png, afterHeader, png.length - afterHeader);
    return out.array();
  }

  private static byte[] webpWith(byte[] webp, byte[] exif) {
    ByteBuffer extended = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    extended.put(new byte[] {'V', 'P', '8', 'X'}).putInt(10).putInt(8);
    extended.putShort((short) (WIDTH - 1)).put((byte) 0);
    extended.putShort((short) (HEIGHT - 1)).put((byte) 0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(webp, 0, 12);
    out.writeBytes(extended.array());
    out.write(webp, 12, webp.length - 12);
    ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(chunk.put(new byte[] {'E', 'X', 'I', 'F'}).putInt(exif.length).array());
    out.writeBytes(exif);
    byte[] whole = out.toByteArray();
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
    return whole;
  }

  /** Gives the tag of another, unneeded entry's slot: OpenCV writes no orientation. */
  private static byte[] tiffWith(byte[] tiff, int orientation) {
    ByteBuffer file = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    int directory = file.getInt(4);
    int entries = file.getShort(directory);
    int length = 2 + 12 * (entries + 1) + 4;
    ByteBuffer out = ByteBuffer.allocate(tiff.length + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(tiff).putInt(4, tiff.length);
    out.putShort((short) (entries + 1));
    boolean written = false;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (!written && (file.getShort(entry) & 0xFFFF) > 0x112) {
        out.putShort((short) 0x112).putShort((short) 3).putInt(1).putInt(orientation);
        written = true;
      }
      out.put(tiff, entry, 12);
    }
    out.putInt(0);
    return out.array();
  }
}
