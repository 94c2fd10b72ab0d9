package org.assay.provenance.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, read through one page, because parsers take most fields in bites of a few bytes. */
final class FileSource implements ByteSource {
  private static final int PAGE_BYTES = 16 * 1024;

  private final Path file;
  private final FileChannel channel;
  private final long length;
  private final byte[] page = new byte[PAGE_BYTES];
  private long pageStart;
  private int pageLength;

  private FileSource(Path file, FileChannel channel, long length) {
    this.file = file;
    this.channel = channel;
    this.length = length;
  }

  static FileSource open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileSource(file, channel, channel.size());
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    if (count > PAGE_BYTES) {
      fill(position, ByteBuffer.wrap(target, offset, count));
      return;
    }
    if (position < pageStart || position + count > pageStart + pageLength) {
      int wanted = (int) Math.min(PAGE_BYTES, length - position);
      pageLength = 0;
      fill(position, ByteBuffer.wrap(page, 0, wanted));
      pageStart = position;
      pageLength = wanted;
    }
    System.arraycopy(page, (int) (position - pageStart), target, offset, count);
  }

  private void fill(long position, ByteBuffer target) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new EOFException(
            "%s has become shorter than the %d bytes it had when it was opened"
                .formatted(file, length));
      }
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
