package org.assay.decoding;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Files of every format that the encoders at hand can write, from seeded pictures. */
final class SampleFiles {
  static {
    OpenCv.load();
  }

  private SampleFiles() {}

  /** A picture of 8-bit RGB in the format that OpenCV knows by {@code extension}. */
  static byte[] still(String extension, Raster raster) {
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC3);
    byte[] bgr = raster.rgb().clone();
    for (int i = 0; i < bgr.length; i += 3) {
      byte red = bgr[i];
      bgr[i] = bgr[i + 2];
      bgr[i + 2] = red;
    }
    picture.put(0, 0, bgr);
    return encode(extension, picture);
  }

  /** Four channels: the alpha of pixel n is {@code n mod 256}. */
  static byte[] withAlpha(String extension, Raster raster) {
    int pixels = raster.widthPixels() * raster.heightPixels();
    byte[] bgra = new byte[4 * pixels];
    for (int i = 0; i < pixels; i++) {
      bgra[4 * i] = raster.rgb()[3 * i + 2];
      bgra[4 * i + 1] = raster.rgb()[3 * i + 1];
      bgra[4 * i + 2] = raster.rgb()[3 * i];
      bgra[4 * i + 3] = (byte) i;
    }
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC4);
    picture.put(0, 0, bgra);
    return encode(extension, picture);
  }

  /** Sixteen bits a sample: the high bytes are the raster's, the low bytes all 0xC0. */
  static byte[] sixteenBit(String extension, Raster raster) {
    short[] bgr = new short[raster.rgb().length];
    for (int i = 0; i < bgr.length; i++) {
      int from = i - i % 3 + 2 - i % 3;
      bgr[i] = (short) ((raster.rgb()[from] & 0xFF) << 8 | 0xC0);
    }
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_16UC3);
    picture.put(0, 0, bgr);
    return encode(extension, picture);
  }

  /** The red channel alone. */
  static byte[] grey(String extension, Raster raster) {
    byte[] grey = new byte[raster.rgb().length / 3];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = raster.rgb()[3 * i];
    }
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC1);
    picture.put(0, 0, grey);
    return encode(extension, picture);
  }

  private static byte[] encode(String extension, Mat picture) {
    MatOfByte out = new MatOfByte();
    if (!Imgcodecs.imencode(extension, picture, out)) {
      throw new IllegalStateException("no encoder for " + extension);
    }
    return out.toArray();
  }

  /**
   * Eight greys at the start of a palette of 256, one of them transparent when {@code transparent}
   * is not negative.
   */
  static BufferedImage palette(Raster raster, int transparent) {
    byte[] ramp = new byte[256];
    for (int i = 0; i < 8; i++) {
      ramp[i] = (byte) (i * 36);
    }
    IndexColorModel colours = new IndexColorModel(8, 256, ramp, ramp, ramp, transparent);
    BufferedImage image =
        new BufferedImage(
            raster.widthPixels(), raster.heightPixels(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int y = 0; y < raster.heightPixels(); y++) {
      for (int x = 0; x < raster.widthPixels(); x++) {
        int red = raster.rgb()[3 * (y * raster.widthPixels() + x)] & 0xFF;
        image.getRaster().setSample(x, y, 0, red / 32);
      }
    }
    return image;
  }

  static byte[] imageIo(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IllegalStateException("no encoder for " + format);
    }
    return out.toByteArray();
  }

  /** Whatever FFmpeg makes of {@code arguments}, written into {@code file}. */
  static Path ffmpeg(Path file, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-y", file.toString()));
    ChildProcess.Result result =
        new Ffmpeg(TestCache.folder()).ffmpeg(Limits.DEFAULT, all, output -> {});
    if (result.exitCode() != 0 || !Files.exists(file)) {
      throw new MediaException("sample " + file + " was not made: " + result.errorLines());
    }
    return file;
  }

  /** {@code seconds} of moving test pattern at 25 frames a second. */
  static String pattern(int width, int height, int seconds) {
    return "testsrc2=size=%dx%d:rate=25:duration=%d".formatted(width, height, seconds);
  }
}
