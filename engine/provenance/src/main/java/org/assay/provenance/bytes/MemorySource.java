package org.assay.provenance.bytes;

/** Bytes in memory. */
final class MemorySource implements ByteSource {
  private final byte[] bytes;

  MemorySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) {
    System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
