package org.assay.provenance.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/**
 * PDF, without following its object graph: manifest stores and XMP packets in streams that are not
 * compressed, which is how writers leave them so that other programs find them, and the AIGC entry
 * of the information dictionary.
 */
final class PdfReader implements ContainerReader {
  private static final long MOST_BYTES = 256L << 20;
  private static final int HEADER_SEARCH_BYTES = 1024;
  private static final int TRAILER_SEARCH_BYTES = 1024;
  private static final int MAX_PACKETS = 20;
  private static final int MAX_LITERAL_BYTES = 8192;

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    int count = (int) Math.min(HEADER_SEARCH_BYTES, file.length());
    return file.latin1(0, count).contains("%PDF-") ? Optional.of(MediaType.PDF) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (file.length() > MOST_BYTES) {
      found.damage("PDF: only the first %d bytes were searched".formatted(MOST_BYTES));
    }
    long tail = Math.max(0, file.length() - TRAILER_SEARCH_BYTES);
    if (!file.latin1(tail, (int) (file.length() - tail)).contains("%%EOF")) {
      found.damage("PDF: expected %%EOF at its end, found none");
    }
    stores(file, found);
    List<Long> packets = TextScan.find(file, "<x:xmpmeta", MOST_BYTES, found);
    if (packets.size() > MAX_PACKETS) {
      found.damage(
          "PDF: %d XMP packets, of which %d were read".formatted(packets.size(), MAX_PACKETS));
    }
    for (long hit : packets.subList(0, Math.min(MAX_PACKETS, packets.size()))) {
      found.attempt(() -> xmp(file, hit, found));
    }
    for (long hit : TextScan.find(file, "/AIGC", MOST_BYTES, found)) {
      found.attempt(() -> literal(file, hit + "/AIGC".length(), found));
    }
  }

  /** Incremental updates append: the last store is the one of the document as it is now. */
  private static void stores(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    OptionalLong last = OptionalLong.empty();
    for (long hit : TextScan.find(file, "jumdc2pa", MOST_BYTES, found)) {
      long at = hit - 12; // the description box comes after two headers
      boolean startsStream =
          at >= 8 && ManifestBoxes.startsAt(file, at) && file.latin1(at - 8, 8).contains("stream");
      last = startsStream ? OptionalLong.of(at) : last; // manifests inside it start no stream
    }
    if (last.isPresent()) {
      long at = last.getAsLong();
      found.sawManifest();
      found.require(
          () -> {
            Span store = file.sub(at, file.u32(at), "C2PA manifest store in a PDF stream");
            found.store(store, store.range(), "manifest", "PDF embedded file");
          });
    }
  }

  private static void xmp(Span file, long at, Collector found)
      throws IOException, MediaException, InterruptedException {
    Span rest = file.from(at, "XMP in a PDF");
    List<Long> ends = TextScan.find(rest, "</x:xmpmeta>", found.limits().partBytes(), found);
    if (ends.isEmpty()) {
      throw new MediaException("XMP in a PDF at byte %d: expected its end".formatted(at));
    }
    long length = ends.get(0) + "</x:xmpmeta>".length();
    found.xmp(rest.sub(0, length, "XMP in a PDF"), "PDF XMP");
  }

  /** A literal string, PDF 32000 section 7.3.4.2; its parentheses nest or are escaped. */
  private static void literal(Span file, long at, Collector found)
      throws IOException, MediaException {
    int count = (int) Math.min(MAX_LITERAL_BYTES, file.length() - at);
    String text = file.latin1(at, count).stripLeading();
    if (!text.startsWith("(")) {
      return; // hexadecimal strings and references are not followed
    }
    StringBuilder value = new StringBuilder();
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        value.append(text.charAt(++i));
        continue;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0) {
        byte[] bytes = value.substring(1).getBytes(StandardCharsets.ISO_8859_1);
        found.text(Part.Origin.TEXT, "AIGC", Texts.utf8OrLatin1(bytes), "PDF AIGC");
        return;
      }
      value.append(c);
    }
    throw new MediaException("PDF string at byte %d: expected its end".formatted(at));
  }
}
