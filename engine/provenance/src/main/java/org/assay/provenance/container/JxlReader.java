package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;

/** JPEG XL: the box container, or a bare codestream that carries nothing; ISO/IEC 18181-2. */
final class JxlReader implements ContainerReader {
  private static final String SIGNATURE = "\0\0\0\fJXL \r\n\u0087\n";
  private static final String CODESTREAM = "\u00FF\n";

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    boolean jxl = file.matches(0, SIGNATURE) || file.matches(0, CODESTREAM);
    return jxl ? Optional.of(MediaType.JXL) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (file.matches(0, CODESTREAM)) {
      return;
    }
    found.require(() -> IsoBox.forEach(file, 0, found, box -> box(box, found)));
  }

  private static void box(IsoBox box, Collector found)
      throws IOException, MediaException, InterruptedException {
    switch (box.type()) {
      case "jumb" -> {
        if (ManifestBoxes.startsAt(box.whole(), 0)) {
          found.store(box.whole(), box.whole().range(), "manifest", "JPEG XL jumb");
        }
      }
      case "xml " -> found.xmp(box.content(), "JPEG XL xml");
      case "Exif" -> exif(box.content(), found);
      case "brob" -> compressed(box, found);
      default -> {}
    }
  }

  private static void exif(Span content, Collector found)
      throws IOException, MediaException, InterruptedException {
    Span tiff = content.from(4 + content.u32(0), "EXIF");
    TiffDirectories.read(tiff, "JPEG XL Exif", found);
  }

  /** The type of the box inside, then its content as a Brotli stream. */
  private static void compressed(IsoBox box, Collector found)
      throws IOException, MediaException, InterruptedException {
    String inner = box.content().latin1(0, 4);
    if (!inner.equals("xml ") && !inner.equals("Exif")) {
      return; // a manifest store may not be compressed in this way
    }
    int limit = found.limits().partBytes();
    byte[] stream = box.content().from(4, box.content().name()).bytes(limit);
    byte[] bytes = Inflation.brotli(stream, limit, box.content().name());
    if (inner.equals("xml ")) {
      found.xmp(bytes, "JPEG XL xml");
    } else {
      exif(Span.of(ByteSource.of(bytes)), found);
    }
  }
}
