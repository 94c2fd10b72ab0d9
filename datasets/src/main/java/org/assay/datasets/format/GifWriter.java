package org.assay.datasets.format;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.assay.media.Raster;

/** GIF 89a with a palette of its own for each frame, by the JDK's encoder. */
public final class GifWriter {
  private static final String NATIVE_METADATA = "javax_imageio_gif_image_1.0";

  private GifWriter() {}

  /** A still picture. */
  public static byte[] encode(Raster raster) {
    return ImageIoEncoder.encode(
        "gif",
        (writer, parameters) ->
            writer.write(null, new IIOImage(Pixels.image(raster), null, null), parameters));
  }

  /**
   * An animation that repeats for ever.
   *
   * @param perFrame kept to the hundredth of a second
   * @throws IllegalArgumentException if there is no frame, sizes differ or a frame lasts longer
   *     than the format can say
   */
  public static byte[] animation(List<Raster> frames, Duration perFrame) {
    long hundredths = perFrame.toMillis() / 10;
    if (frames.isEmpty() || hundredths < 1 || hundredths > 65_535) {
      throw new IllegalArgumentException(
          "an animation needs frames of 10 ms to 655 s: " + frames.size() + " of " + perFrame);
    }
    for (Raster frame : frames) {
      if (frame.widthPixels() != frames.get(0).widthPixels()
          || frame.heightPixels() != frames.get(0).heightPixels()) {
        throw new IllegalArgumentException(
            "frames differ in size: " + frames.get(0) + " and " + frame);
      }
    }
    return ImageIoEncoder.encode(
        "gif",
        (writer, parameters) -> {
          writer.prepareWriteSequence(null);
          for (Raster frame : frames) {
            BufferedImage image = Pixels.image(frame);
            IIOMetadata timing = timing(writer, parameters, image, hundredths);
            writer.writeToSequence(new IIOImage(image, null, timing), parameters);
          }
          writer.endWriteSequence();
        });
  }

  private static IIOMetadata timing(
      ImageWriter writer, ImageWriteParam parameters, BufferedImage image, long hundredths)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
    IIOMetadataNode root = new IIOMetadataNode(NATIVE_METADATA);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Long.toString(hundredths));
    control.setAttribute("transparentColorIndex", "0");
    root.appendChild(control);
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, 0, 0}); // repeat without end
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    root.appendChild(extensions);
    metadata.mergeTree(NATIVE_METADATA, root);
    return metadata;
  }
}
