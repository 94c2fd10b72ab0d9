package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;

/**
 * PNG chunks, W3C PNG third edition. Checksums are not compared: a reader that shows the text does
 * not compare them either, and the reference C2PA reader accepts a wrong one.
 */
final class PngReader implements ContainerReader {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    return file.matches(0, SIGNATURE) ? Optional.of(MediaType.PNG) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    found.require(() -> chunks(file, found));
  }

  private static void chunks(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = SIGNATURE.length();
    String type = "";
    while (!type.equals("IEND")) {
      found.step();
      long length = file.u32(at);
      type = file.latin1(at + 4, 4);
      if (type.equals("caBX") && length > file.length() - at - 8) {
        Span rest = file.from(at + 8, "PNG caBX");
        found.cutStore(rest, file.from(at, "PNG caBX").range(), "PNG caBX");
      }
      Span chunk = file.sub(at, 12 + length, "PNG chunk '%s'".formatted(printable(type)));
      Span data = chunk.sub(8, length, chunk.name());
      String name = type;
      found.attempt(() -> chunk(name, data, chunk, found));
      at += chunk.length();
    }
  }

  private static void chunk(String type, Span data, Span chunk, Collector found)
      throws IOException, MediaException, InterruptedException {
    switch (type) {
      case "caBX" -> found.store(data, chunk.range(), "manifest", "PNG caBX");
      case "eXIf" -> TiffDirectories.read(data, "PNG eXIf", found);
      case "tEXt", "zTXt", "iTXt" -> PngTexts.read(type, data, found);
      default -> {}
    }
  }

  private static String printable(String type) {
    return type.replaceAll("[^ -~]", "?");
  }
}
