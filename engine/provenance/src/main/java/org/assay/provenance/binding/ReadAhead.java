package org.assay.provenance.binding;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;

/**
 * Hashes a long stretch while a second thread reads the block after the one that is hashed. The
 * source is used by one of the two threads at a time.
 */
final class ReadAhead {
  private static final int BLOCK_BYTES = 1 << 20;

  private final ByteSource bytes;
  private final ByteRange range;

  ReadAhead(ByteSource bytes, ByteRange range) {
    this.bytes = bytes;
    this.range = range;
  }

  void hash(MessageDigest digest) throws IOException, InterruptedException {
    ExecutorService reader =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "c2pa-read-ahead");
              thread.setDaemon(true);
              return thread;
            });
    try {
      hash(digest, reader);
    } finally {
      reader.shutdown();
      finish(reader);
    }
  }

  private void hash(MessageDigest digest, ExecutorService reader)
      throws IOException, InterruptedException {
    byte[] current = new byte[BLOCK_BYTES];
    byte[] next = new byte[BLOCK_BYTES];
    long at = range.offset();
    Future<Integer> reading = read(reader, at, current);
    while (at < range.end()) {
      if (Thread.interrupted()) { // a result that is there already is given to the interrupted too
        throw new InterruptedException("hashing a file");
      }
      int count = resultOf(reading);
      at += count;
      if (at < range.end()) {
        reading = read(reader, at, next);
      }
      digest.update(current, 0, count);
      byte[] hashed = current;
      current = next;
      next = hashed;
    }
  }

  private Future<Integer> read(ExecutorService reader, long at, byte[] block) {
    int count = (int) Math.min(block.length, range.end() - at);
    return reader.submit(
        () -> {
          bytes.read(at, block, 0, count);
          return count;
        });
  }

  private static int resultOf(Future<Integer> reading) throws IOException, InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException failure) {
      throw new IOException(
          "reading ahead: " + failure.getCause().getMessage(), failure.getCause());
    }
  }

  /** The source belongs to the caller again only when the last read has ended. */
  private static void finish(ExecutorService reader) {
    boolean interrupted = false;
    while (!reader.isTerminated()) {
      try {
        reader.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException stop) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt(); // for the caller, who asks before the next piece
    }
  }
}
