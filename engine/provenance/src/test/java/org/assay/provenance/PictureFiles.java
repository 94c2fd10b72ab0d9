package org.assay.provenance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.assay.media.Alpha;
import org.assay.media.Image;
import org.assay.media.MediaType;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;

/** Pictures of a corpus as decoding gives them, where the JDK can decode them. */
public final class PictureFiles {
  private PictureFiles() {}

  /** The picture; empty where the JDK cannot decode it. */
  public static Optional<Image> decode(Path file) {
    BufferedImage picture;
    try {
      picture = ImageIO.read(file.toFile());
    } catch (IOException | RuntimeException damaged) { // some corpus files are damaged on purpose
      return Optional.empty();
    }
    return Optional.ofNullable(picture).map(decoded -> image(file, decoded));
  }

  private static Image image(Path file, BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[3 * argb.length];
    byte[] opacity = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
      opacity[i] = (byte) (argb[i] >>> 24);
    }
    Optional<Alpha> alpha =
        picture.getColorModel().hasAlpha()
            ? Optional.of(new Alpha(width, height, opacity))
            : Optional.empty();
    return new Image(
        SampleMedia.item(file),
        MediaType.PNG,
        new Raster(width, height, rgb),
        alpha,
        false,
        1,
        List.of());
  }
}
