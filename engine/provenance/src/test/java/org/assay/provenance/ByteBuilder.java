package org.assay.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts test files together byte by byte. */
public final class ByteBuilder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Numbers as single bytes. */
  public ByteBuilder u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Big-endian. */
  public ByteBuilder u16(int value) {
    return u8(value >> 8, value);
  }

  /** Big-endian. */
  public ByteBuilder u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  /** Little-endian. */
  public ByteBuilder u32le(long value) {
    return u8((int) value, (int) (value >> 8), (int) (value >> 16), (int) (value >> 24));
  }

  /** Latin-1. */
  public ByteBuilder text(String text) {
    return put(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** As they are. */
  public ByteBuilder put(byte[] value) {
    bytes.writeBytes(value);
    return this;
  }

  /** Length, type and content as ISO base media files and JUMBF have it. */
  public ByteBuilder box(String type, byte[] content) {
    return u32(8L + content.length).text(type).put(content);
  }

  /** What was put together so far. */
  public byte[] build() {
    return bytes.toByteArray();
  }

  /** Number of bytes so far. */
  public int size() {
    return bytes.size();
  }
}
