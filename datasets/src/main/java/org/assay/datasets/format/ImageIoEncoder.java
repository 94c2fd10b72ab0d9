package org.assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Runs an encoder of the JDK in memory, without its temporary files. */
final class ImageIoEncoder {
  private ImageIoEncoder() {}

  /** What is done with an encoder whose output is set. */
  interface Job {
    void run(ImageWriter writer, ImageWriteParam parameters) throws IOException;
  }

  static byte[] encode(String format, Job job) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    if (!writers.hasNext()) {
      throw new IllegalStateException("this Java has no encoder for " + format);
    }
    ImageWriter writer = writers.next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      job.run(writer, writer.getDefaultWriteParam());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode " + format + " in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
