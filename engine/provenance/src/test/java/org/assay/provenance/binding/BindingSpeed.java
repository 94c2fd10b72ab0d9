package org.assay.provenance.binding;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;

/** Measures hashing of a large file beside hashing of memory; not a test, run by hand. */
public final class BindingSpeed {
  private static final long FILE_BYTES = 1L << 30;

  private BindingSpeed() {}

  /** Prints megabytes a second of both, the best of twelve rounds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("speed", ".bin");
    try {
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(FILE_BYTES);
      }
      List<ByteRange> exclusions = List.of(new ByteRange(100_000, 20_000));
      double hashing = 0;
      double binding = 0;
      for (int round = 0; round < 12; round++) {
        hashing = Math.max(hashing, memory());
        try (ByteSource bytes = ByteSource.open(file)) {
          long start = System.nanoTime();
          new FileHasher(bytes)
              .hash(
                  HashAlgorithm.SHA256,
                  Pieces.stretches(Pieces.outside(exclusions, bytes.length())));
          binding = Math.max(binding, FILE_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9));
        }
      }
      System.out.printf(
          "SHA-256 of memory %.0f MB/s, of a file %.0f MB/s: %.0f %%%n",
          hashing, binding, 100 * binding / hashing);
    } finally {
      Files.delete(file);
    }
  }

  private static double memory() {
    byte[] block = new byte[1 << 18];
    new Random(1).nextBytes(block);
    MessageDigest digest = HashAlgorithm.SHA256.digest();
    long start = System.nanoTime();
    for (long done = 0; done < FILE_BYTES; done += block.length) {
      digest.update(block);
    }
    digest.digest();
    return FILE_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9);
  }
}
