package org.assay.provenance.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes CBOR for tests, shortest heads. */
public final class CborWriter {
  private CborWriter() {}

  /** An integer. */
  public static byte[] number(long value) {
    return value >= 0 ? head(0, value) : head(1, -1 - value);
  }

  /** A byte string. */
  public static byte[] bytes(byte[] value) {
    return join(head(2, value.length), value);
  }

  /** A text string. */
  public static byte[] text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return join(head(3, utf8.length), utf8);
  }

  /** An array of encoded items. */
  public static byte[] array(byte[]... items) {
    return join(head(4, items.length), join(items));
  }

  /** A map of encoded keys and values in turn. */
  public static byte[] map(byte[]... keysAndValues) {
    return join(head(5, keysAndValues.length / 2), join(keysAndValues));
  }

  /** A tagged item. */
  public static byte[] tag(int number, byte[] item) {
    return join(head(6, number), item);
  }

  /** Null. */
  public static byte[] none() {
    return new byte[] {(byte) 0xF6};
  }

  /** All after one another. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] head(int major, long value) {
    int kind = major << 5;
    if (value < 24) {
      return new byte[] {(byte) (kind | value)};
    } else if (value < 0x100) {
      return new byte[] {(byte) (kind | 24), (byte) value};
    } else if (value < 0x10000) {
      return new byte[] {(byte) (kind | 25), (byte) (value >> 8), (byte) value};
    }
    return new byte[] {
      (byte) (kind | 26),
      (byte) (value >> 24),
      (byte) (value >> 16),
      (byte) (value >> 8),
      (byte) value
    };
  }
}
