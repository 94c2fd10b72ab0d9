package org.assay.provenance.identity;

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

/**
 * What an identity stands behind, CAWG identity section 5.1.
 *
 * @param references to assertions of the claim
 * @param kind of the signature, {@code sig_type}
 * @param source the exact bytes
 */
record SignerPayload(List<Reference> references, String kind, List<String> roles, Slice source) {

  /**
   * A hashed URI.
   *
   * @param algorithm empty when it names none
   */
  record Reference(String url, String algorithm, Slice hash) {

    Reference {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(algorithm, "algorithm");
      Objects.requireNonNull(hash, "hash");
    }

    /** The label of the assertion. */
    String label() {
      return url.substring(url.lastIndexOf('/') + 1);
    }
  }

  SignerPayload {
    references = List.copyOf(references);
    roles = List.copyOf(roles);
  }

  static SignerPayload read(Cbor.Map map) throws MediaException {
    List<Reference> references = new ArrayList<>();
    if (!(map.get("referenced_assertions").orElse(null) instanceof Cbor.Array array)) {
      throw new MediaException("signer_payload: expected an array of referenced_assertions");
    }
    for (Cbor item : array.items()) {
      if (!(item instanceof Cbor.Map reference)
          || reference.text("url").isEmpty()
          || !(reference.get("hash").orElse(null) instanceof Cbor.Bytes hash)) {
        throw new MediaException("signer_payload: expected references with url and hash");
      }
      references.add(
          new Reference(
              reference.text("url").get(), reference.text("alg").orElse(""), hash.value()));
    }
    List<String> roles = new ArrayList<>();
    for (Cbor role : map.array("role")) {
      if (!(role instanceof Cbor.Text text)) {
        throw new MediaException("signer_payload: expected roles as texts");
      }
      roles.add(text.value());
    }
    String kind =
        map.text("sig_type").orElseThrow(() -> new MediaException("signer_payload: no sig_type"));
    return new SignerPayload(references, kind, roles, map.source());
  }

  /**
   * The bytes that the reference validator takes for the signed ones: written anew in its own order
   * of fields, without those that it does not know.
   */
  Slice rewritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    head(bytes, 5, roles.isEmpty() ? 2 : 3);
    text(bytes, "referenced_assertions");
    head(bytes, 4, references.size());
    for (Reference reference : references) {
      head(bytes, 5, reference.algorithm().isEmpty() ? 2 : 3);
      text(bytes, "url");
      text(bytes, reference.url());
      if (!reference.algorithm().isEmpty()) {
        text(bytes, "alg");
        text(bytes, reference.algorithm());
      }
      text(bytes, "hash");
      head(bytes, 2, reference.hash().length());
      bytes.writeBytes(reference.hash().toArray());
    }
    text(bytes, "sig_type");
    text(bytes, kind);
    if (!roles.isEmpty()) {
      text(bytes, "role");
      head(bytes, 4, roles.size());
      roles.forEach(role -> text(bytes, role));
    }
    return Slice.of(bytes.toByteArray());
  }

  private static void text(ByteArrayOutputStream bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(bytes, 3, utf8.length);
    bytes.writeBytes(utf8);
  }

  private static void head(ByteArrayOutputStream bytes, int major, int value) {
    if (value < 24) {
      bytes.write(major << 5 | value);
    } else if (value < 0x100) {
      bytes.write(major << 5 | 24);
      bytes.write(value);
    } else if (value < 0x10000) {
      bytes.write(major << 5 | 25);
      bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
    } else {
      bytes.write(major << 5 | 26);
      bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
    }
  }

  /** The same with the algorithms of the other where it names none, pairwise. */
  SignerPayload withAlgorithmsOf(SignerPayload other) {
    List<Reference> completed = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      Reference own = references.get(i);
      Optional<Reference> twin =
          i < other.references.size() ? Optional.of(other.references.get(i)) : Optional.empty();
      boolean borrow = own.algorithm().isEmpty() && twin.isPresent();
      completed.add(borrow ? new Reference(own.url(), twin.get().algorithm(), own.hash()) : own);
    }
    return new SignerPayload(completed, kind, roles, source);
  }
}
