package org.assay.datasets.format;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.assay.media.Raster;

/** Between {@link Raster} and the JDK's images. */
public final class Pixels {
  private Pixels() {}

  /** A copy as a JDK image without alpha. */
  public static BufferedImage image(Raster raster) {
    BufferedImage image =
        new BufferedImage(
            raster.widthPixels(), raster.heightPixels(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] rgb = raster.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return image;
  }

  /** A copy of a JDK image; alpha is dropped. */
  public static Raster raster(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] packed = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[Math.multiplyExact(3, packed.length)];
    for (int i = 0; i < packed.length; i++) {
      rgb[3 * i] = (byte) (packed[i] >> 16);
      rgb[3 * i + 1] = (byte) (packed[i] >> 8);
      rgb[3 * i + 2] = (byte) packed[i];
    }
    return new Raster(width, height, rgb);
  }

  /**
   * Reads back a file that a writer of this package made. For files of strangers use the decoding
   * module: this has no limits.
   *
   * @throws IOException if the JDK cannot read the bytes
   */
  public static Raster decode(byte[] file) throws IOException {
    ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    BufferedImage image = ImageIO.read(input);
    if (image == null) {
      throw new IOException("no reader of the JDK knows these " + file.length + " bytes");
    }
    return raster(image);
  }
}
