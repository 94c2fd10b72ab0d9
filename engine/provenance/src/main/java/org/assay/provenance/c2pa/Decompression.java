package org.assay.provenance.c2pa;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.brotli.dec.BrotliInputStream;

/** Unpacks compressed manifests (Brotli, RFC 7932), C2PA 2.2 section 11.1.6. */
final class Decompression {
  private static final int MAX_BYTES = 32 << 20;
  private static final int CHUNK_BYTES = 1 << 16;

  private int left = MAX_BYTES;

  /**
   * Unpacks one manifest; all manifests of a store share one limit.
   *
   * @throws MediaException if it is not Brotli or too long
   */
  Slice unpack(Slice packed) throws MediaException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (BrotliInputStream stream =
        new BrotliInputStream(new ByteArrayInputStream(packed.toArray()))) {
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        left -= count;
        if (left < 0) {
          throw new MediaException(
              "compressed manifests: more than %d bytes when unpacked".formatted(MAX_BYTES));
        }
        plain.write(chunk, 0, count);
      }
    } catch (IOException broken) {
      throw new MediaException(
          "compressed manifest at byte %d: not Brotli".formatted(packed.offset()), broken);
    }
    return Slice.of(plain.toByteArray());
  }
}
