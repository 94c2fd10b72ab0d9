package org.assay.datasets.format;

import javax.imageio.IIOImage;
import org.assay.media.Raster;

/** The formats of still pictures that can be written. */
public enum StillFormat {
  /** Windows bitmap, lossless. */
  BMP("bmp"),
  /** GIF, 256 colours. */
  GIF("gif"),
  /** JPEG at quality 90. */
  JPEG("jpg"),
  /** PNG, lossless. */
  PNG("png"),
  /** TIFF without compression, lossless. */
  TIFF("tif");

  private final String extension;

  StillFormat(String extension) {
    this.extension = extension;
  }

  /** The usual ending of file names, without a dot. */
  public String extension() {
    return extension;
  }

  /** The picture as a file of this format. */
  public byte[] encode(Raster raster) {
    return switch (this) {
      case BMP, TIFF ->
          ImageIoEncoder.encode(
              name(),
              (writer, parameters) ->
                  writer.write(null, new IIOImage(Pixels.image(raster), null, null), parameters));
      case GIF -> GifWriter.encode(raster);
      case JPEG -> JpegWriter.encode(raster, 90);
      case PNG -> PngWriter.encode(raster);
    };
  }
}
