package org.assay.provenance.container;

import java.io.IOException;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** Photoshop image resources and the IPTC-IIM record in them, IIM 4.2. */
final class Photoshop {
  private static final int IIM_RESOURCE = 0x0404;
  private static final int EXTENDED_LENGTH = 0x8000;

  private Photoshop() {}

  /** Reads {@code 8BIM} blocks: identifier, padded name, padded data. */
  static void read(Span resources, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 0;
    while (resources.matches(at, "8BIM")) {
      found.step();
      int id = resources.u16(at + 4);
      int nameBytes = resources.u8(at + 6);
      long sizeAt = at + 6 + (nameBytes + 2 & ~1);
      long size = resources.u32(sizeAt);
      Span data = resources.sub(sizeAt + 4, size, "image resource %04X".formatted(id));
      if (id == IIM_RESOURCE) {
        iim(data, place, found);
      }
      at = sizeAt + 4 + size + (size & 1);
    }
  }

  /** Reads IIM data sets of the application record, keyed {@code record:number}. */
  static void iim(Span data, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 0;
    while (at < data.length() && data.u8(at) == 0x1C) {
      found.step();
      int record = data.u8(at + 1);
      int number = data.u8(at + 2);
      int length = data.u16(at + 3);
      if (length >= EXTENDED_LENGTH) {
        throw new MediaException(
            "IIM data set %d:%d at byte %d: extended length %04X is not used by any text"
                .formatted(record, number, data.offset() + at, length));
      }
      byte[] value = data.bytes(at + 5, length, EXTENDED_LENGTH);
      if (record == 2) {
        String key = record + ":" + number;
        String where = place + " IIM " + key;
        found.text(Part.Origin.IIM, key, Texts.utf8OrLatin1(value), where);
      }
      at += 5L + length;
    }
  }
}
