package org.assay.provenance.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** XMP and EXIF items of a HEIF file: item information and locations, ISO/IEC 14496-12 8.11. */
final class HeifItems {
  private static final int MAX_NAME_BYTES = 512;
  private static final String XMP_TYPE = "application/rdf+xml";

  private enum Kind {
    EXIF,
    XMP
  }

  private final Span file;
  private final Optional<Span> data;
  private final Collector found;
  private final Map<Long, Kind> kinds = new HashMap<>();

  private HeifItems(Span file, Optional<Span> data, Collector found) {
    this.file = file;
    this.data = data;
    this.found = found;
  }

  static void read(Span meta, Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (meta.matches(4, "hdlr")) {
      return; // QuickTime's plain box holds no items
    }
    List<IsoBox> boxes = IsoBox.children(meta, 4, found);
    HeifItems items = new HeifItems(file, content(boxes, "idat"), found);
    Optional<Span> information = content(boxes, "iinf");
    Optional<Span> locations = content(boxes, "iloc");
    if (information.isPresent() && locations.isPresent()) {
      items.information(information.get());
      if (!items.kinds.isEmpty()) {
        items.locations(locations.get());
      }
    }
  }

  private static Optional<Span> content(List<IsoBox> boxes, String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).map(IsoBox::content).findFirst();
  }

  private void information(Span content) throws IOException, MediaException, InterruptedException {
    int start = content.u8(0) == 0 ? 6 : 8;
    IsoBox.forEach(
        content,
        start,
        found,
        box -> {
          int version = box.content().u8(0);
          if (box.type().equals("infe") && version >= 2) {
            int idBytes = version == 2 ? 2 : 4;
            long id = box.content().number(4, idBytes, true);
            kind(box.content().from(4 + idBytes + 2, "item")).ifPresent(k -> kinds.put(id, k));
          }
        });
  }

  private static Optional<Kind> kind(Span entry) throws IOException, MediaException {
    String type = entry.latin1(0, 4);
    if (type.equals("Exif")) {
      return Optional.of(Kind.EXIF);
    }
    if (!type.equals("mime")) {
      return Optional.empty();
    }
    int length = (int) Math.min(entry.length() - 4, MAX_NAME_BYTES);
    String name = Texts.utf8OrLatin1(entry.bytes(4, length, MAX_NAME_BYTES));
    return entry.matches(4 + name.length() + 1L, XMP_TYPE)
        ? Optional.of(Kind.XMP)
        : Optional.empty();
  }

  private void locations(Span content) throws IOException, MediaException, InterruptedException {
    int version = content.u8(0);
    int offsetBytes = content.u8(4) >> 4;
    int lengthBytes = content.u8(4) & 15;
    int baseBytes = content.u8(5) >> 4;
    int indexBytes = version == 0 ? 0 : content.u8(5) & 15;
    int idBytes = version < 2 ? 2 : 4;
    long count = content.number(6, idBytes, true);
    long at = 6L + idBytes;
    for (long i = 0; i < count; i++) {
      found.step();
      long id = content.number(at, idBytes, true);
      at += idBytes;
      int method = version == 0 ? 0 : content.u16(at) & 15;
      at += version == 0 ? 2 : 4; // method, data reference
      long base = content.number(at, baseBytes, true);
      int extents = content.u16(at + baseBytes);
      at += baseBytes + 2;
      ByteArrayOutputStream item = new ByteArrayOutputStream();
      for (int extent = 0; extent < extents; extent++) {
        found.step();
        long offset = content.number(at + indexBytes, offsetBytes, true);
        long length = content.number(at + indexBytes + offsetBytes, lengthBytes, true);
        at += indexBytes + offsetBytes + lengthBytes;
        if (kinds.containsKey(id)) {
          append(item, method, base + offset, length);
        }
      }
      if (kinds.containsKey(id)) {
        found.attempt(() -> keep(kinds.get(id), item.toByteArray()));
      }
    }
  }

  private void append(ByteArrayOutputStream item, int method, long offset, long length)
      throws IOException, MediaException {
    Optional<Span> from = method == 0 ? Optional.of(file) : method == 1 ? data : Optional.empty();
    if (from.isEmpty()) {
      throw new MediaException("HEIF item: construction method " + method + " is not read");
    }
    if (item.size() + length > found.limits().partBytes()) {
      throw new MediaException(
          "HEIF item at byte %d: more than %d bytes".formatted(offset, found.limits().partBytes()));
    }
    item.writeBytes(from.get().sub(offset, length, "HEIF item").bytes(found.limits().partBytes()));
  }

  private void keep(Kind kind, byte[] item)
      throws IOException, MediaException, InterruptedException {
    if (kind == Kind.XMP) {
      found.xmp(item, "HEIF item XMP");
    } else {
      Span span = Span.of(ByteSource.of(item));
      TiffDirectories.read(span.from(4 + span.u32(0), "EXIF"), "HEIF item Exif", found);
    }
  }
}
