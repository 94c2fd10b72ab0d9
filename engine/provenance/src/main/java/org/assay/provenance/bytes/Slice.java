package org.assay.provenance.bytes;

import java.util.Arrays;
import org.assay.media.MediaException;

/**
 * A stretch of an array that keeps its place, so that hashes run over the original bytes. Equal to
 * another when the bytes are equal, wherever they stand. The array must not be written to.
 */
public final class Slice {
  private final byte[] array;
  private final int offset;
  private final int length;

  private Slice(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /** All of an array, which is not copied. */
  public static Slice of(byte[] array) {
    return new Slice(array, 0, array.length);
  }

  /** Where it starts in the array. */
  public int offset() {
    return offset;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** A copy of the bytes. */
  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** The byte at {@code at}, unsigned. */
  public int u8(int at) throws MediaException {
    require(at, 1);
    return array[offset + at] & 0xFF;
  }

  /** Four bytes at {@code at}, the most significant first, unsigned. */
  public long u32(int at) throws MediaException {
    require(at, 4);
    return (u8(at) << 24 | u8(at + 1) << 16 | u8(at + 2) << 8 | u8(at + 3)) & 0xFFFF_FFFFL;
  }

  /** Eight bytes at {@code at}, the most significant first; negative from 2^63 on. */
  public long u64(int at) throws MediaException {
    return u32(at) << 32 | u32(at + 4);
  }

  /** A part of this slice. */
  public Slice sub(int at, long count) throws MediaException {
    require(at, count);
    return new Slice(array, offset + at, (int) count);
  }

  private void require(int at, long count) throws MediaException {
    if (at < 0 || count < 0 || at > length || count > length - at) {
      throw new MediaException(
          "expected %d bytes at byte %d, found %d"
              .formatted(count, offset + at, Math.max(0, length - at)));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return length + " bytes at byte " + offset;
  }
}
