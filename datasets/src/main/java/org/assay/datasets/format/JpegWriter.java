package org.assay.datasets.format;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import org.assay.media.Raster;

/** Baseline JPEG with halved chroma, by the JDK's encoder. */
public final class JpegWriter {
  private JpegWriter() {}

  /**
   * A JFIF file.
   *
   * @param quality 1 to 100, on libjpeg's scale
   * @throws IllegalArgumentException if the quality is out of range
   */
  public static byte[] encode(Raster raster, int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality must be 1 to 100: " + quality);
    }
    return ImageIoEncoder.encode(
        "jpeg",
        (writer, parameters) -> {
          parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          parameters.setCompressionQuality(quality / 100f);
          writer.write(null, new IIOImage(Pixels.image(raster), null, null), parameters);
        });
  }
}
