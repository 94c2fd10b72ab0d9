package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
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
    IsoBox.forEach(file, 0, found, box -> box(box, found));
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
      case "Exif" -> {
        long start = 4 + box.content().u32(0);
        TiffDirectories.read(box.content().from(start, "EXIF"), "JPEG XL Exif", found);
      }
      case "brob" -> {
        String inner = box.content().latin1(0, 4).replaceAll("[^ -~]", "?");
        throw new MediaException(
            "box 'brob' at byte %d: Brotli-compressed '%s' is not read"
                .formatted(box.whole().offset(), inner));
      }
      default -> {}
    }
  }
}
