package org.assay.provenance.cose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Certificate;
import org.assay.provenance.trust.Note;
import org.assay.provenance.trust.Revocation;
import org.assay.provenance.trust.Revocation.State;

/** Whether the signer's certificate was revoked, by responses that came with the item. */
final class CoseRevocation {
  private final Revocation revocation;
  private final Mode mode;

  CoseRevocation(Revocation revocation, Mode mode) {
    this.revocation = revocation;
    this.mode = mode;
  }

  /**
   * What the responses say.
   *
   * @param signedAt is asked only where there is a response
   */
  List<Note> check(
      CoseSign1 sign,
      SignedClaim claim,
      List<Certificate> chain,
      Supplier<Optional<Instant>> signedAt) {
    List<Slice> stapled = stapled(sign);
    List<Slice> handedIn =
        claim.ocspResponses().stream()
            .filter(response -> revocation.concerns(response, chain))
            .toList();
    List<Slice> responses = new ArrayList<>(stapled);
    if (stapled.isEmpty() || mode == Mode.STRICT) {
      responses.addAll(handedIn);
    }
    if (responses.isEmpty()) {
      return List.of(
          new Note(
              StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED, "no response came with the signature"));
    }
    Optional<Instant> time = signedAt.get();
    List<State> states =
        responses.stream().map(response -> revocation.check(response, chain, time)).toList();
    return notes(states);
  }

  private List<Note> notes(List<State> states) {
    if (mode == Mode.STRICT && states.contains(State.REVOKED)) {
      return revoked(); // one voice is enough
    }
    for (State state : states) {
      if (state == State.REVOKED) {
        return revoked();
      }
      if (state == State.GOOD) {
        return List.of(
            new Note(
                StatusCode.SIGNING_CREDENTIAL_OCSP_NOT_REVOKED, "the certificate was not revoked"));
      }
    }
    if (mode == Mode.COMPAT) {
      return List.of();
    }
    return List.of(
        states.contains(State.UNKNOWN)
            ? new Note(
                StatusCode.SIGNING_CREDENTIAL_OCSP_UNKNOWN,
                "the responder does not know the certificate")
            : new Note(StatusCode.SIGNING_CREDENTIAL_OCSP_SKIPPED, "no response that came counts"));
  }

  private static List<Note> revoked() {
    return List.of(
        new Note(
            StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED, "the signer's certificate was revoked"));
  }

  private List<Slice> stapled(CoseSign1 sign) {
    List<Cbor> values =
        sign.unprotectedHeader().get("rVals").orElse(null) instanceof Cbor.Map map
            ? map.array("ocspVals")
            : List.of();
    List<Slice> responses = new ArrayList<>();
    for (Cbor value : mode == Mode.COMPAT && values.size() > 1 ? values.subList(0, 1) : values) {
      if (value instanceof Cbor.Bytes bytes) {
        responses.add(bytes.value());
      }
    }
    return responses;
  }
}
