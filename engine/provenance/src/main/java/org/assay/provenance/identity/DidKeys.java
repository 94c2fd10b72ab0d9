package org.assay.provenance.identity;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.json.Json;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Note;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Finds the key of a DID: {@code did:jwk} and {@code did:web}. */
final class DidKeys {
  private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9:/.%?_-]+=*");

  private final DidDocuments documents;
  private final Mode mode;

  DidKeys(DidDocuments documents, Mode mode) {
    this.documents = documents;
    this.mode = mode;
  }

  /** Why there is no key. */
  static final class NoKey extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Note note;

    NoKey(StatusCode code, String why) {
      super(why);
      this.note = new Note(code, why);
    }

    Note note() {
      return note;
    }
  }

  /** The key that an issuer makes assertions with. */
  SubjectPublicKeyInfo key(String did) throws NoKey {
    if (!DID.matcher(did).matches()) {
      throw new NoKey(StatusCode.CAWG_ICA_INVALID_ISSUER, "no DID: " + did);
    }
    if (did.startsWith("did:jwk:")) {
      return jwk(embedded(did.substring("did:jwk:".length())));
    }
    if (did.startsWith("did:web:")) {
      return jwk(assertionKey(document(did)));
    }
    throw new NoKey(StatusCode.CAWG_ICA_INVALID_ISSUER, "unsupported DID method: " + did);
  }

  private static Json.Map embedded(String base64) throws NoKey {
    try {
      return map(Json.parse(Slice.of(Base64.getUrlDecoder().decode(base64))));
    } catch (IllegalArgumentException | MediaException fault) {
      throw invalid("did:jwk: " + fault.getMessage());
    }
  }

  private Json.Map document(String did) throws NoKey {
    try {
      Optional<Slice> bytes = documents.document(did);
      if (bytes.isPresent()) {
        Json.Map document = map(Json.parse(bytes.get()));
        if (document.text("id").equals(Optional.of(did))) {
          return document;
        }
      }
      String why = bytes.isEmpty() ? "no pinned document of " : "another id in the document of ";
      throw new NoKey(StatusCode.CAWG_ICA_DID_UNAVAILABLE, why + did);
    } catch (IOException | MediaException fault) {
      throw new NoKey(StatusCode.CAWG_ICA_DID_UNAVAILABLE, fault.getMessage());
    }
  }

  private Json.Map assertionKey(Json.Map document) throws NoKey {
    List<Json> methods = document.array("assertionMethod");
    if (methods.isEmpty()) {
      throw invalid("no assertionMethod");
    }
    Json method = methods.get(0);
    if (method instanceof Json.Text reference && mode == Mode.STRICT) {
      method = referenced(document, reference.value());
    }
    if (!(method instanceof Json.Map value)) {
      throw invalid("its assertionMethod is no value");
    }
    return value
        .object("publicKeyJwk")
        .orElseThrow(() -> invalid("its assertionMethod has no publicKeyJwk"));
  }

  private static Json referenced(Json.Map document, String id) throws NoKey {
    return document.array("verificationMethod").stream()
        .filter(method -> method instanceof Json.Map map && map.text("id").equals(Optional.of(id)))
        .findFirst()
        .orElseThrow(() -> invalid("no verificationMethod " + id));
  }

  private static Json.Map map(Json json) throws MediaException {
    if (json instanceof Json.Map map) {
      return map;
    }
    throw new MediaException("JSON: expected an object");
  }

  /** RFC 7517 and RFC 8037. The reference knows Ed25519 only. */
  private SubjectPublicKeyInfo jwk(Json.Map jwk) throws NoKey {
    String kind = jwk.text("kty").orElse("");
    String curve = jwk.text("crv").orElse("");
    if (kind.equals("OKP") && curve.equals("Ed25519")) {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), bytes(jwk, "x", 32));
    }
    if (kind.equals("EC") && mode == Mode.STRICT) {
      return switch (curve) {
        case "P-256" -> elliptic(jwk, SECObjectIdentifiers.secp256r1, 32);
        case "P-384" -> elliptic(jwk, SECObjectIdentifiers.secp384r1, 48);
        case "P-521" -> elliptic(jwk, SECObjectIdentifiers.secp521r1, 66);
        default -> throw invalid("unsupported curve " + curve);
      };
    }
    throw invalid("unsupported key %s %s".formatted(kind, curve));
  }

  private static SubjectPublicKeyInfo elliptic(Json.Map jwk, ASN1ObjectIdentifier curve, int length)
      throws NoKey {
    byte[] point = new byte[1 + 2 * length];
    point[0] = 4; // uncompressed, SEC 1 section 2.3.3
    System.arraycopy(bytes(jwk, "x", length), 0, point, 1, length);
    System.arraycopy(bytes(jwk, "y", length), 0, point, 1 + length, length);
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point);
  }

  private static byte[] bytes(Json.Map jwk, String name, int length) throws NoKey {
    try {
      byte[] value = Base64.getUrlDecoder().decode(jwk.text(name).orElse(""));
      if (value.length == length) {
        return value;
      }
      throw invalid("%s: expected %d bytes, found %d".formatted(name, length, value.length));
    } catch (IllegalArgumentException fault) {
      throw invalid(name + ": " + fault.getMessage());
    }
  }

  private static NoKey invalid(String why) {
    return new NoKey(StatusCode.CAWG_ICA_INVALID_DID_DOCUMENT, why);
  }
}
