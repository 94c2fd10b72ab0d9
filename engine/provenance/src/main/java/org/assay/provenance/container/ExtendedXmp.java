package org.assay.provenance.container;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** Joins the pieces of XMP packets too long for one JPEG segment, XMP part 3, section 1.1.3.1. */
final class ExtendedXmp {
  private static final int GUID_BYTES = 32;

  /** Pieces by their offset in the packet. */
  private record Packet(long length, TreeMap<Long, byte[]> pieces) {}

  private final Map<String, Packet> packets = new TreeMap<>();

  /** Takes a piece: GUID, full length, offset, bytes. */
  void add(Span data, Collector found) throws IOException, MediaException {
    String guid = data.latin1(0, GUID_BYTES);
    long length = data.u32(GUID_BYTES);
    if (length > found.limits().partBytes()) {
      throw new MediaException(
          "extended XMP at byte %d: length %d exceeds the limit of %d"
              .formatted(data.offset(), length, found.limits().partBytes()));
    }
    Packet packet = packets.computeIfAbsent(guid, any -> new Packet(length, new TreeMap<>()));
    Span piece = data.from(GUID_BYTES + 8, "extended XMP");
    packet.pieces.put(data.u32(GUID_BYTES + 4), piece.bytes(found.limits().partBytes()));
  }

  void finish(Collector found) throws IOException, InterruptedException {
    for (Map.Entry<String, Packet> entry : packets.entrySet()) {
      found.attempt(() -> found.xmp(joined(entry.getValue()), "JPEG APP1 extended XMP"));
    }
  }

  private static byte[] joined(Packet packet) throws MediaException {
    long next = 0;
    for (Map.Entry<Long, byte[]> piece : packet.pieces.entrySet()) {
      if (piece.getKey() != next) {
        throw new MediaException(
            "extended XMP: expected a piece at %d, found one at %d"
                .formatted(next, piece.getKey()));
      }
      next += piece.getValue().length;
    }
    if (next != packet.length) {
      throw new MediaException(
          "extended XMP: expected %d bytes, found %d".formatted(packet.length, next));
    }
    byte[] bytes = new byte[(int) next];
    packet.pieces.forEach(
        (at, piece) -> System.arraycopy(piece, 0, bytes, at.intValue(), piece.length));
    return bytes;
  }
}
