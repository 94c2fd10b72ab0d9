package org.assay.provenance.bytes;

/**
 * A stretch of bytes of the file as received.
 *
 * @param offset from the start of the file
 */
public record ByteRange(long offset, long length) {

  /** Rejects what cannot be a place in a file. */
  public ByteRange {
    if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length) {
      throw new IllegalArgumentException("no byte range: " + offset + " + " + length);
    }
  }

  /** Offset of the first byte after it. */
  public long end() {
    return offset + length;
  }
}
