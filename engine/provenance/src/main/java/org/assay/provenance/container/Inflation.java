package org.assay.provenance.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.assay.media.MediaException;
import org.brotli.dec.BrotliInputStream;

/** Inflates zlib streams without trusting them to end. */
final class Inflation {
  private static final int BUFFER_BYTES = 8192;

  private Inflation() {}

  /**
   * Decompresses a Brotli stream, RFC 7932.
   *
   * @param limit most bytes of the result
   * @param what names the stream in messages
   * @throws MediaException if it is no Brotli stream or exceeds the limit
   */
  static byte[] brotli(byte[] compressed, int limit, String what)
      throws MediaException, InterruptedException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (BrotliInputStream stream = new BrotliInputStream(new ByteArrayInputStream(compressed))) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        if (result.size() + count > limit) {
          throw new MediaException("%s: inflates to more than %d bytes".formatted(what, limit));
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("inflating " + what);
        }
        result.write(buffer, 0, count);
      }
    } catch (IOException fault) { // of bytes in memory, so the stream itself is wrong
      throw new MediaException(
          "%s: not a Brotli stream: %s".formatted(what, fault.getMessage()), fault);
    }
    return result.toByteArray();
  }

  /**
   * Inflates a zlib stream. A stream that is cut off gives what could be read of it.
   *
   * @param limit most bytes of the result
   * @param what names the stream in messages
   * @throws MediaException if it is no zlib stream or exceeds the limit
   */
  static byte[] inflate(byte[] compressed, int limit, String what)
      throws MediaException, InterruptedException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          return result.toByteArray();
        }
        if (result.size() + count > limit) {
          throw new MediaException("%s: inflates to more than %d bytes".formatted(what, limit));
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("inflating " + what);
        }
        result.write(buffer, 0, count);
      }
      return result.toByteArray();
    } catch (DataFormatException fault) {
      throw new MediaException(
          "%s: not a zlib stream: %s".formatted(what, fault.getMessage()), fault);
    } finally {
      inflater.end();
    }
  }
}
