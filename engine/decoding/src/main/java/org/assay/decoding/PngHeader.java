package org.assay.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.assay.media.MediaException;

/** Walks a PNG's chunks (W3C PNG, third edition, section 5) without decoding. */
final class PngHeader {
  private PngHeader() {}

  static StillHeader read(Bytes file) throws MediaException {
    file.require(8, 25, "PNG header chunk");
    if (!file.matches(12, "IHDR")) {
      throw new MediaException(
          "PNG chunk at byte 8: expected 'IHDR', found '" + file.name(12) + "'");
    }
    List<String> damage = new ArrayList<>();
    boolean animated = false;
    int orientation = 1;
    boolean ended = false;
    long position = 8;
    while (!ended && file.has(position, 12)) {
      long length = file.u32(position, false);
      String name = file.name(position + 4);
      if (!file.has(position + 8, length + 4)) {
        break;
      }
      switch (name) {
        case "IEND" -> ended = true;
        case "acTL" -> animated = length >= 4 && file.u32(position + 8, false) > 1;
        case "eXIf" ->
            orientation = ExifOrientation.read(file, position + 8, position + 8 + length);
        case "IDAT", "IHDR", "PLTE" -> checkSum(file, position, (int) length, name, damage);
        default -> {}
      }
      position += length + 12;
    }
    if (!ended) {
      damage.add(
          "PNG is cut off: expected a whole chunk at byte %d and an 'IEND' chunk, found %d bytes"
              .formatted(position, Math.max(0, file.length() - position)));
    }
    return new StillHeader(
        file.u32(16, false), file.u32(20, false), file.u8(24), animated, orientation, damage);
  }

  private static void checkSum(
      Bytes file, long position, int length, String name, List<String> damage)
      throws MediaException {
    CRC32 crc = new CRC32();
    crc.update(file.array(), (int) position + 4, length + 4);
    long stored = file.u32(position + 8 + length, false);
    // One sentence is enough: a broken file may have thousands of chunks.
    if (crc.getValue() != stored && damage.isEmpty()) {
      damage.add(
          "PNG chunk '%s' at byte %d: expected checksum %08x, found %08x"
              .formatted(name, position, crc.getValue(), stored));
    }
  }
}
