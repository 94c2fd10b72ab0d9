package org.assay.provenance.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;

/** ID3v2 tags, versions 2.3 and 2.4. */
final class Id3 {
  private static final int HEADER_BYTES = 10;

  private Id3() {}

  /** Bytes of the tag at the start of a part, header and footer included; 0 when there is none. */
  static long length(Span span) throws IOException, MediaException {
    if (!span.matches(0, "ID3") || span.length() < HEADER_BYTES) {
      return 0;
    }
    int footer = (span.u8(5) & 0x10) != 0 ? HEADER_BYTES : 0;
    return HEADER_BYTES + syncSafe(span, 6) + footer;
  }

  /** Reads the tag at the start of a part. */
  static void read(Span span, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    int version = span.u8(3);
    if (version < 3 || version > 4) {
      throw new MediaException(
          "ID3 tag at byte %d: version 2.%d is not read".formatted(span.offset(), version));
    }
    int flags = span.u8(5);
    long size = syncSafe(span, 6);
    long left = span.length() - HEADER_BYTES;
    if (size > left) {
      found.damage(
          "ID3 tag at byte %d: length %d exceeds the %d bytes left"
              .formatted(span.offset(), size, left));
    }
    Span body = span.sub(HEADER_BYTES, Math.min(size, left), "ID3 tag");
    boolean unsynchronised = (flags & 0x80) != 0;
    boolean whole = unsynchronised && version == 3; // 2.4 does it frame by frame
    Span frames = whole ? synchronised(body, found) : body;
    long start = 0;
    if ((flags & 0x40) != 0) {
      start = version == 4 ? syncSafe(frames, 0) : 4 + frames.u32(0);
    }
    frames(frames, start, version, whole ? List.of(body.range()) : List.of(), place, found);
  }

  private static void frames(
      Span tag, long start, int version, List<ByteRange> moved, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = start;
    while (tag.length() - at >= HEADER_BYTES && tag.u8(at) != 0) { // zeros are padding
      found.step();
      String id = tag.latin1(at, 4);
      if (!id.matches("[A-Z0-9]{4}")) {
        throw new MediaException(
            "ID3 tag: expected a frame at byte %d, found '%s'"
                .formatted(tag.offset() + at, id.replaceAll("[^ -~]", "?")));
      }
      long size = version == 4 ? syncSafe(tag, at + 4) : tag.u32(at + 4);
      int flags = tag.u8(at + 9);
      if (id.equals("GEOB") && size > tag.length() - at - HEADER_BYTES) {
        Span rest = tag.from(at, place + " GEOB");
        if (Id3Frames.holdsManifest(rest.from(HEADER_BYTES, rest.name()))) {
          found.cutStore(rest, rest.range(), rest.name());
        }
      }
      Span frame = tag.sub(at, HEADER_BYTES + size, "ID3 frame " + id);
      found.attempt(() -> frame(id, frame, version, flags, moved, place, found));
      at += frame.length();
    }
  }

  private static void frame(
      String id,
      Span frame,
      int version,
      int flags,
      List<ByteRange> moved,
      String place,
      Collector found)
      throws IOException, MediaException, InterruptedException {
    if (!Id3Frames.isWanted(id)) {
      return;
    }
    Span content = frame.from(HEADER_BYTES, frame.name());
    boolean compressed = (flags & (version == 4 ? 0x08 : 0x80)) != 0;
    boolean encrypted = (flags & (version == 4 ? 0x04 : 0x40)) != 0;
    boolean grouped = (flags & (version == 4 ? 0x40 : 0x20)) != 0;
    boolean unsynchronised = version == 4 && (flags & 0x02) != 0;
    boolean withLength = version == 4 ? (flags & 0x01) != 0 : compressed;
    if (encrypted) {
      throw new MediaException(
          "%s at byte %d: is encrypted".formatted(frame.name(), frame.offset()));
    }
    content = content.from((grouped ? 1 : 0) + (withLength ? 4 : 0), frame.name());
    List<ByteRange> ranges = moved;
    if (unsynchronised || compressed) {
      ranges = List.of(frame.range());
      content = unsynchronised ? synchronised(content, found) : content;
      content = compressed ? inflated(content, found) : content;
    }
    Id3Frames.read(id, content, ranges, place, found);
  }

  private static Span inflated(Span content, Collector found)
      throws IOException, MediaException, InterruptedException {
    byte[] bytes = content.bytes(found.limits().partBytes());
    byte[] inflated = Inflation.inflate(bytes, found.limits().storeBytes(), content.name());
    return Span.of(ByteSource.of(inflated));
  }

  /** Takes out the zero that was put after every FF. */
  private static Span synchronised(Span content, Collector found)
      throws IOException, MediaException {
    byte[] bytes = content.bytes(found.limits().storeBytes());
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      result.write(bytes[i]);
      if (bytes[i] == (byte) 0xFF && i + 1 < bytes.length && bytes[i + 1] == 0) {
        i++;
      }
    }
    return Span.of(ByteSource.of(result.toByteArray()));
  }

  private static long syncSafe(Span span, long at) throws IOException, MediaException {
    long value = 0;
    for (int i = 0; i < 4; i++) {
      int part = span.u8(at + i);
      if (part > 0x7F) {
        throw new MediaException(
            "ID3 length at byte %d: expected a byte below 80, found %02X"
                .formatted(span.offset() + at + i, part));
      }
      value = value << 7 | part;
    }
    return value;
  }
}
