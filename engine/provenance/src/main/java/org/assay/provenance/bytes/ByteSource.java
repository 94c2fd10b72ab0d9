package org.assay.provenance.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes that can be read at any place. Not safe for concurrent use. */
public interface ByteSource extends Closeable {

  /** Number of bytes; does not change. */
  long length();

  /**
   * Fills a part of {@code target}.
   *
   * @throws IOException if reading fails or the source has become shorter
   */
  void read(long position, byte[] target, int offset, int length) throws IOException;

  /** Opens a file; at most a few kilobytes of it are held in memory. */
  static ByteSource open(Path file) throws IOException {
    return FileSource.open(file);
  }

  /** Reads from an array, which is not copied. */
  static ByteSource of(byte[] bytes) {
    return new MemorySource(bytes);
  }
}
