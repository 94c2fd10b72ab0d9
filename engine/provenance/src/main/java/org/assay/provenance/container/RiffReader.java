package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** WebP, WAVE and AVI: chunks of a RIFF file, which may hold several RIFF forms in a row. */
final class RiffReader implements ContainerReader {

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    if (!file.matches(0, "RIFF") || file.length() < 12) {
      return Optional.empty();
    }
    return switch (file.latin1(8, 4)) {
      case "WEBP" -> Optional.of(MediaType.WEBP);
      case "WAVE" -> Optional.of(MediaType.WAV);
      case "AVI " -> Optional.of(MediaType.AVI);
      default -> Optional.empty();
    };
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 0;
    while (file.matches(at, "RIFF")) {
      long size = file.u32le(at + 4);
      long left = file.length() - at - 8;
      if (size > left) {
        found.damage(
            "RIFF form at byte %d: length %d exceeds the %d bytes left in the file"
                .formatted(at, size, left));
      }
      Span form = file.sub(at + 8, Math.min(size, left), "RIFF form");
      String name = form.latin1(0, 4).strip();
      int depth = at == 0 ? 1 : 2; // the manifest belongs into the first form
      found.attempt(() -> chunks(form.from(4, "RIFF form"), name, depth, found));
      at += 8 + form.length() + (form.length() & 1);
    }
  }

  private static void chunks(Span list, String form, int depth, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 0;
    while (list.length() - at >= 8) {
      found.step();
      String type = list.latin1(at, 4);
      long size = list.u32le(at + 4);
      if (type.equals("C2PA") && depth == 1 && size > list.length() - at - 8) {
        Span rest = list.from(at + 8, form + " C2PA");
        found.cutStore(rest, list.from(at, rest.name()).range(), rest.name());
      }
      Span chunk = list.sub(at, 8 + size, form + " chunk '" + type.replaceAll("[^ -~]", "?") + "'");
      Span data = chunk.from(8, chunk.name());
      found.attempt(() -> chunk(type, data, chunk, form, depth, found));
      at += chunk.length() + (size & 1);
    }
  }

  private static void chunk(
      String type, Span data, Span chunk, String form, int depth, Collector found)
      throws IOException, MediaException, InterruptedException {
    switch (type) {
      case "C2PA" -> manifest(data, chunk, form, depth, found);
      case "EXIF" -> {
        boolean prefixed = data.matches(0, "Exif\0\0");
        TiffDirectories.read(data.from(prefixed ? 6 : 0, "EXIF"), form + " EXIF", found);
      }
      case "XMP ", "_PMX" -> found.xmp(data, form + " XMP");
      case "id3 ", "ID3 " -> found.withoutStores(() -> Id3.read(data, form + " id3", found));
      case "AIGC" -> text("AIGC", data, form + " AIGC", found);
      case "LIST" -> list(data, form, depth, found);
      default -> {}
    }
  }

  /** The store is the first such chunk at the top level of the first form. */
  private static void manifest(Span data, Span chunk, String form, int depth, Collector found)
      throws IOException, MediaException {
    if (depth != 1) {
      throw new MediaException(
          "%s at byte %d: not where a manifest store belongs"
              .formatted(chunk.name(), chunk.offset()));
    }
    found.requireFirstStore(chunk);
    found.store(data, chunk.range(), "manifest", form + " C2PA");
  }

  private static void list(Span data, String form, int depth, Collector found)
      throws IOException, MediaException, InterruptedException {
    String kind = data.latin1(0, 4);
    if (kind.equals("movi")) {
      return; // samples
    }
    if (depth >= found.limits().depth()) {
      throw new MediaException(
          "%s at byte %d: lists nested deeper than %d"
              .formatted(data.name(), data.offset(), found.limits().depth()));
    }
    Span content = data.from(4, data.name());
    if (kind.equals("INFO")) {
      info(content, form, found);
    } else {
      chunks(content, form, depth + 1, found);
    }
  }

  private static void info(Span list, String form, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 0;
    while (list.length() - at >= 8) {
      found.step();
      String keyword = list.latin1(at, 4);
      long size = list.u32le(at + 4);
      text(keyword, list.sub(at + 8, size, "INFO"), form + " INFO " + keyword, found);
      at += 8 + size + (size & 1);
    }
  }

  private static void text(String keyword, Span data, String place, Collector found)
      throws IOException, MediaException {
    String text = Texts.utf8OrLatin1(data.bytes(found.limits().partBytes()));
    found.text(Part.Origin.TEXT, keyword, text, place);
  }
}
