package org.assay.provenance.cose;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.Mode;

/**
 * A COSE_Sign1 item, RFC 9052 section 4.2.
 *
 * @param protectedBytes the exact bytes of the protected header; they are signed
 * @param payload empty when it is detached
 */
public record CoseSign1(
    Slice protectedBytes,
    Cbor.Map protectedHeader,
    Cbor.Map unprotectedHeader,
    Optional<Slice> payload,
    Slice signature) {

  private static final int TAG = 18;
  private static final int NULL = 22;
  private static final int ALGORITHM = 1;
  private static final int CRITICAL = 2;
  private static final int X5CHAIN = 33;

  /** Checks that nothing is missing. */
  public CoseSign1 {
    Objects.requireNonNull(protectedBytes, "protectedBytes");
    Objects.requireNonNull(protectedHeader, "protectedHeader");
    Objects.requireNonNull(unprotectedHeader, "unprotectedHeader");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(signature, "signature");
  }

  /**
   * Parses an item, with its tag or without, and with zeros behind it or nothing.
   *
   * @throws MediaException if it is none
   */
  public static CoseSign1 parse(Slice bytes) throws MediaException {
    Cbor item = Cbor.decodePrefix(bytes);
    for (int at = item.source().length(); at < bytes.length(); at++) {
      if (bytes.u8(at) != 0) {
        throw new MediaException(
            "COSE_Sign1 at byte %d: expected zeros after its %d bytes"
                .formatted(bytes.offset(), item.source().length()));
      }
    }
    if (item instanceof Cbor.Tag tag && tag.number().intValue() == TAG) {
      item = tag.item();
    }
    if (!(item instanceof Cbor.Array array)
        || array.items().size() != 4
        || !(array.items().get(0) instanceof Cbor.Bytes protectedBytes)
        || !(array.items().get(1) instanceof Cbor.Map unprotectedHeader)
        || !(array.items().get(3) instanceof Cbor.Bytes signature)) {
      throw new MediaException(
          "COSE_Sign1 at byte %d: expected two headers, payload and signature"
              .formatted(bytes.offset()));
    }
    return new CoseSign1(
        protectedBytes.value(),
        header(protectedBytes.value()),
        unprotectedHeader,
        payload(array.items().get(2)),
        signature.value());
  }

  /** The same as the reference validator reads it: with its tag and nothing behind it. */
  public static CoseSign1 parse(Slice bytes, Mode mode) throws MediaException {
    if (mode == Mode.COMPAT && !(Cbor.decode(bytes) instanceof Cbor.Tag)) {
      throw new MediaException(
          "COSE_Sign1 at byte %d: expected tag %d".formatted(bytes.offset(), TAG));
    }
    return parse(bytes);
  }

  private static Cbor.Map header(Slice bytes) throws MediaException {
    if (bytes.length() == 0) {
      return new Cbor.Map(List.of(), bytes);
    }
    if (!(Cbor.decode(bytes) instanceof Cbor.Map map)) {
      throw new MediaException("protected header at byte %d: no map".formatted(bytes.offset()));
    }
    if (map.get(CRITICAL).isPresent()) {
      throw new MediaException("protected header: critical headers are not understood");
    }
    return map;
  }

  private static Optional<Slice> payload(Cbor item) throws MediaException {
    if (item instanceof Cbor.Bytes bytes) {
      return Optional.of(bytes.value());
    }
    if (item instanceof Cbor.Simple simple && simple.value() == NULL) {
      return Optional.empty();
    }
    throw new MediaException("COSE_Sign1: the payload is neither a byte string nor null");
  }

  /** The algorithm; empty when it is none that claims may be signed with. */
  public Optional<CoseAlgorithm> algorithm() {
    return CoseAlgorithm.of(protectedHeader.get(ALGORITHM));
  }

  /**
   * The certificates of the signer, leaf first.
   *
   * @throws MediaException if there are none, or two chains
   */
  public List<Slice> chain(Mode mode) throws MediaException {
    Optional<Cbor> inside = chain(protectedHeader);
    Optional<Cbor> outside = // allowed until C2PA 1.3; the reference knows it by its text only
        mode == Mode.COMPAT ? unprotectedHeader.get("x5chain") : chain(unprotectedHeader);
    if (inside.isPresent() && outside.isPresent()) {
      throw new MediaException("x5chain: expected one chain, found two");
    }
    Cbor chain = inside.or(() -> outside).orElseThrow(() -> new MediaException("x5chain: missing"));
    List<Slice> certificates = new ArrayList<>();
    for (Cbor item : chain instanceof Cbor.Array array ? array.items() : List.of(chain)) {
      if (item instanceof Cbor.Bytes bytes) {
        certificates.add(bytes.value());
      }
    }
    if (certificates.isEmpty()) {
      throw new MediaException("x5chain: expected certificates as byte strings");
    }
    return certificates;
  }

  private static Optional<Cbor> chain(Cbor.Map header) {
    return header.get(X5CHAIN).or(() -> header.get("x5chain"));
  }

  /** What is signed, RFC 9052 section 4.4. */
  public Slice signatureStructure(Slice payload) {
    return structure("Signature1", payload);
  }

  /** What a time stamp is made for, C2PA 2.2 section 10.3.2.5. */
  public Slice counterSignatureStructure(Slice payload) {
    return structure("CounterSignature", payload);
  }

  private Slice structure(String context, Slice payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0x84); // array of four
    byte[] text = context.getBytes(StandardCharsets.US_ASCII);
    bytes.write(0x60 + text.length);
    bytes.writeBytes(text);
    bytes.writeBytes(byteString(protectedBytes).toArray());
    bytes.write(0x40); // no external data
    bytes.writeBytes(byteString(payload).toArray());
    return Slice.of(bytes.toByteArray());
  }

  /** A CBOR byte string with the shortest head. */
  static Slice byteString(Slice value) {
    int length = value.length();
    ByteBuffer bytes = ByteBuffer.allocate(5 + length);
    if (length < 24) {
      bytes.put((byte) (0x40 + length));
    } else if (length < 0x100) {
      bytes.put((byte) 0x58).put((byte) length);
    } else if (length < 0x10000) {
      bytes.put((byte) 0x59).putShort((short) length);
    } else {
      bytes.put((byte) 0x5A).putInt(length);
    }
    byte[] all = bytes.put(value.toArray()).array();
    return Slice.of(java.util.Arrays.copyOf(all, bytes.position()));
  }
}
