package org.assay.provenance.trust;

import java.io.IOException;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads hostile ASN.1: whatever Bouncy Castle throws at it is one checked exception. */
final class Asn1 {
  private static final int MAX_BYTES = 1 << 20;

  private Asn1() {}

  /** What may throw anything on hostile bytes. */
  @FunctionalInterface
  interface Parser<T> {
    T parse() throws IOException;
  }

  /**
   * Runs a parser.
   *
   * @param what for the message
   */
  static <T> T guard(String what, Parser<T> parser) throws MediaException {
    try {
      T parsed = parser.parse();
      if (parsed == null) {
        throw new MediaException(what + ": missing");
      }
      return parsed;
    } catch (IOException | RuntimeException fault) {
      throw new MediaException(what + ": " + fault.getMessage(), fault);
    }
  }

  /** The first value; what follows it is left out, as padding is common. */
  static ASN1Primitive first(String what, Slice bytes) throws MediaException {
    byte[] item = element(what, bytes).toArray();
    return guard(what, () -> ASN1Primitive.fromByteArray(item));
  }

  /** The first DER element, head included. */
  static Slice element(String what, Slice bytes) throws MediaException {
    Head head = Head.read(what, bytes);
    return bytes.sub(0, (long) head.length() + head.content());
  }

  /** The elements within the first element. */
  static Slice content(String what, Slice bytes) throws MediaException {
    Head head = Head.read(what, bytes);
    return bytes.sub(head.length(), head.content());
  }

  private record Head(int length, int content) {
    static Head read(String what, Slice bytes) throws MediaException {
      if (bytes.length() < 2) {
        throw new MediaException("%s at byte %d: cut off".formatted(what, bytes.offset()));
      }
      int first = bytes.u8(1);
      int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
      if (lengthBytes > 4 || first == 0x80) {
        throw new MediaException(
            "%s at byte %d: no definite DER length".formatted(what, bytes.offset()));
      }
      long content = first < 0x80 ? first : 0;
      for (int i = 0; i < lengthBytes; i++) {
        content = content << 8 | bytes.u8(2 + i);
      }
      int head = 2 + lengthBytes;
      if (content > MAX_BYTES || content > bytes.length() - head) {
        throw new MediaException(
            "%s at byte %d: length %d exceeds the %d bytes left"
                .formatted(what, bytes.offset(), content, bytes.length() - head));
      }
      return new Head(head, (int) content);
    }
  }
}
