package org.assay.provenance.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assay.media.MediaException;

/**
 * A named part of a file, which nothing read through it can leave.
 *
 * <p>Positions ({@code at}) count from the start of the part. Numbers are unsigned. Every method
 * that reads throws {@link MediaException} when the part is too short, and {@link IOException} only
 * when the file itself cannot be read.
 */
public final class Span {
  private final ByteSource source;
  private final long offset;
  private final long length;
  private final String name;

  private Span(ByteSource source, long offset, long length, String name) {
    this.source = source;
    this.offset = offset;
    this.length = length;
    this.name = name;
  }

  /** All of a source. */
  public static Span of(ByteSource source) {
    return new Span(source, 0, source.length(), "file");
  }

  /** Where it starts in the file. */
  public long offset() {
    return offset;
  }

  /** Number of bytes. */
  public long length() {
    return length;
  }

  /** What it is, for messages. */
  public String name() {
    return name;
  }

  /** Its place in the file. */
  public ByteRange range() {
    return new ByteRange(offset, length);
  }

  /** A part of this part. */
  public Span sub(long at, long count, String what) throws MediaException {
    if (at < 0 || count < 0 || at > length || count > length - at) {
      throw new MediaException(
          "%s at byte %d: length %d exceeds the %d bytes left in its parent, %s"
              .formatted(what, offset + at, count, Math.max(0, length - at), name));
    }
    return new Span(source, offset + at, count, what);
  }

  /** As {@link #sub}, but ends where this part ends; for what is cut off. */
  public Span clipped(long at, long count, String what) throws MediaException {
    return sub(at, Math.max(0, Math.min(count, length - at)), what);
  }

  /** The rest of this part from {@code at} on. */
  public Span from(long at, String what) throws MediaException {
    return sub(at, Math.max(0, length - at), what);
  }

  /** One byte. */
  public int u8(long at) throws IOException, MediaException {
    return (int) number(at, 1, true);
  }

  /** Two bytes, the most significant first. */
  public int u16(long at) throws IOException, MediaException {
    return (int) number(at, 2, true);
  }

  /** Four bytes, the most significant first. */
  public long u32(long at) throws IOException, MediaException {
    return number(at, 4, true);
  }

  /** Four bytes, the least significant first. */
  public long u32le(long at) throws IOException, MediaException {
    return number(at, 4, false);
  }

  /**
   * A number of 1 to 8 bytes.
   *
   * @throws MediaException also if eight bytes exceed what a file length can be
   */
  public long number(long at, int count, boolean bigEndian) throws IOException, MediaException {
    byte[] bytes = bytes(at, count, 8);
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | (bytes[bigEndian ? i : count - 1 - i] & 0xFF);
    }
    if (value < 0) {
      throw new MediaException(
          "%s at byte %d: number %s exceeds every file"
              .formatted(name, offset + at, Long.toUnsignedString(value)));
    }
    return value;
  }

  /** {@code count} bytes as Latin-1. */
  public String latin1(long at, int count) throws IOException, MediaException {
    return new String(bytes(at, count, count), StandardCharsets.ISO_8859_1);
  }

  /**
   * A copy of {@code count} bytes.
   *
   * @param limit most bytes that may be allocated
   */
  public byte[] bytes(long at, long count, int limit) throws IOException, MediaException {
    if (at < 0 || count < 0 || at > length || count > length - at) {
      throw new MediaException(
          "%s: expected %d bytes at byte %d, found %d"
              .formatted(name, count, offset + at, Math.max(0, length - at)));
    }
    if (count > limit) {
      throw new MediaException(
          "%s at byte %d: %d bytes exceed the limit of %d"
              .formatted(name, offset + at, count, limit));
    }
    byte[] bytes = new byte[(int) count];
    source.read(offset + at, bytes, 0, bytes.length);
    return bytes;
  }

  /** A copy of all of it. */
  public byte[] bytes(int limit) throws IOException, MediaException {
    return bytes(0, length, limit);
  }

  /**
   * Whether the Latin-1 bytes of {@code expected} stand at {@code at}; false when it ends sooner.
   */
  public boolean matches(long at, String expected) throws IOException, MediaException {
    return at >= 0
        && at <= length
        && expected.length() <= length - at
        && latin1(at, expected.length()).equals(expected);
  }
}
