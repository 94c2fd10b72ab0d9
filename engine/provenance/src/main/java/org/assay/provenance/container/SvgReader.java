package org.assay.provenance.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Span;

/** SVG: the manifest store in base64 within {@code c2pa:manifest}, and XMP. */
final class SvgReader implements ContainerReader {
  private static final int HEADER_SEARCH_BYTES = 4096;
  private static final String ELEMENT = "<c2pa:manifest";
  private static final String XMP = "<x:xmpmeta";
  private static final String XMP_END = "</x:xmpmeta>";

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    int count = (int) Math.min(HEADER_SEARCH_BYTES, file.length());
    String start = file.latin1(0, count).replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    boolean svg = start.startsWith("<") && start.contains("<svg");
    return svg ? Optional.of(MediaType.SVG) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    String text = file.latin1(0, (int) Math.min(file.length(), found.limits().storeBytes()));
    if (text.length() < file.length()) {
      found.damage("SVG: only the first %d bytes were searched".formatted(text.length()));
    }
    if (text.contains(ELEMENT)) {
      found.sawManifest();
      found.require(() -> manifest(text, found));
    }
    int at = text.indexOf(XMP);
    int end = text.indexOf(XMP_END, Math.max(0, at));
    if (at >= 0 && end >= 0) {
      found.xmp(file.sub(at, end + XMP_END.length() - (long) at, "SVG XMP"), "SVG XMP");
    }
    if (text.length() == file.length() && !text.contains("</svg>")) {
      throw new MediaException("SVG: expected </svg>, found none");
    }
  }

  private static void manifest(String svg, Collector found)
      throws MediaException, InterruptedException {
    Optional<ByteRange> text = SvgElements.manifestText(svg, found);
    if (text.isEmpty()) {
      throw new MediaException("SVG: element c2pa:manifest is not in svg and metadata, or empty");
    }
    int start = (int) text.get().offset();
    byte[] store;
    try {
      String base64 = svg.substring(start, (int) text.get().end());
      if (base64.length() % 4 != 0) { // Java's decoder does without padding
        throw new IllegalArgumentException("no padding");
      }
      store = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException noBase64) {
      throw new MediaException(
          "SVG element c2pa:manifest at byte %d: %s".formatted(start, noBase64.getMessage()),
          noBase64);
    }
    found.store(store, List.of(text.get()), List.of(text.get()), "manifest", "SVG c2pa:manifest");
  }
}
