package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.assay.media.MediaException;

/** A file in memory whose every read is checked; {@code what} names it in messages. */
final class Bytes {
  private final String what;
  private final byte[] data;

  /** Takes over {@code data} without copying it. */
  Bytes(String what, byte[] data) {
    this.what = what;
    this.data = data;
  }

  String what() {
    return what;
  }

  byte[] array() {
    return data;
  }

  int length() {
    return data.length;
  }

  boolean has(long position, long count) {
    return position >= 0 && count >= 0 && position + count <= data.length;
  }

  void require(long position, long count, String part) throws MediaException {
    if (!has(position, count)) {
      throw new MediaException(
          "%s: %s at byte %d needs %d bytes, found %d"
              .formatted(what, part, position, count, Math.max(0, data.length - position)));
    }
  }

  int u8(long position) throws MediaException {
    require(position, 1, "a field");
    return data[(int) position] & 0xFF;
  }

  int u16(long position, boolean littleEndian) throws MediaException {
    require(position, 2, "a field");
    int first = data[(int) position] & 0xFF;
    int second = data[(int) position + 1] & 0xFF;
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  long u32(long position, boolean littleEndian) throws MediaException {
    long first = u16(position, littleEndian);
    long second = u16(position + 2, littleEndian);
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  int u24Little(long position) throws MediaException {
    return u16(position, true) | u8(position + 2) << 16;
  }

  /** Four characters as ISO 8859-1. */
  String name(long position) throws MediaException {
    require(position, 4, "a name");
    return new String(data, (int) position, 4, ISO_8859_1);
  }

  boolean matches(long position, String latin1) {
    if (!has(position, latin1.length())) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if ((data[(int) position + i] & 0xFF) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
