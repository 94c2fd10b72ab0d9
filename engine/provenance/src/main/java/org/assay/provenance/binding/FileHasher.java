package org.assay.provenance.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;

/** Hashes pieces of a file through one buffer, whatever their size. Used by one thread. */
final class FileHasher {
  /** Small enough to stay in the second-level cache between reading and hashing. */
  private static final int BUFFER_BYTES = 128 * 1024;

  /** From here on a second thread is worth its start. */
  private static final long LONG_BYTES = 8L << 20;

  private final ByteSource bytes;
  private final byte[] buffer;

  FileHasher(ByteSource bytes) {
    this.bytes = bytes;
    this.buffer = new byte[(int) Math.max(1, Math.min(BUFFER_BYTES, bytes.length()))];
  }

  /** Number of bytes of the file. */
  long fileBytes() {
    return bytes.length();
  }

  /** One stretch. */
  Slice hash(HashAlgorithm algorithm, ByteRange range) throws IOException, InterruptedException {
    return hash(algorithm, List.of(new Piece.Stretch(range)));
  }

  /** Pieces in their order; stretches have to lie within the file. */
  Slice hash(HashAlgorithm algorithm, List<Piece> pieces) throws IOException, InterruptedException {
    MessageDigest digest = algorithm.digest();
    for (Piece piece : pieces) {
      add(digest, piece);
    }
    return Slice.of(digest.digest());
  }

  /** Adds a piece to a computation that goes on. */
  void add(MessageDigest digest, Piece piece) throws IOException, InterruptedException {
    if (piece instanceof Piece.Stretch stretch) {
      if (stretch.range().length() >= LONG_BYTES) {
        new ReadAhead(bytes, stretch.range()).hash(digest);
        return;
      }
      long at = stretch.offset();
      while (at < stretch.range().end()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("hashing a file");
        }
        int count = (int) Math.min(buffer.length, stretch.range().end() - at);
        bytes.read(at, buffer, 0, count);
        digest.update(buffer, 0, count);
        at += count;
      }
    } else {
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, piece.offset()));
    }
  }
}
