package org.assay.provenance.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.cose.CoseAlgorithm;
import org.assay.provenance.cose.CoseSign1;
import org.assay.provenance.cose.CoseTimeStamps;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Note;
import org.assay.provenance.trust.SignatureScheme;
import org.assay.provenance.trust.TimeStamps;
import org.assay.provenance.trust.TrustLists;

/** Judges identity claims aggregations, CAWG identity section 8.1. */
final class AggregationValidator {
  private static final int CONTENT_TYPE = 3;

  private final Set<String> issuers;
  private final DidKeys keys;
  private final CoseTimeStamps timeStamps;
  private final Mode mode;
  private final Instant now;

  AggregationValidator(
      TrustLists lists, Set<String> issuers, DidDocuments documents, Mode mode, Instant now) {
    this.issuers = Set.copyOf(issuers);
    this.keys = new DidKeys(documents, mode);
    this.timeStamps = new CoseTimeStamps(new TimeStamps(lists, mode), mode);
    this.mode = mode;
    this.now = Objects.requireNonNull(now, "now");
  }

  /** What is to be said; issuer and identities are claims where the notes hold a failure. */
  record Outcome(String issuer, List<VerifiedIdentity> identities, List<Note> notes) {
    static final Outcome NOTHING = new Outcome("", List.of(), List.of());

    Outcome {
      identities = List.copyOf(identities);
      notes = List.copyOf(notes);
    }

    static Outcome failed(StatusCode code, String why) {
      return new Outcome("", List.of(), List.of(new Note(code, why)));
    }
  }

  Outcome check(SignerPayload payload, Slice signature) {
    CoseSign1 sign;
    try {
      sign = CoseSign1.parse(signature, mode);
    } catch (MediaException fault) {
      return Outcome.failed(StatusCode.CAWG_ICA_INVALID_COSE_SIGN1, fault.getMessage());
    }
    Optional<CoseAlgorithm> algorithm = sign.algorithm();
    boolean known =
        algorithm.isPresent() && (mode == Mode.STRICT || algorithm.get() == CoseAlgorithm.EDDSA);
    if (!known) {
      return Outcome.failed(StatusCode.CAWG_ICA_INVALID_ALG, "unsupported algorithm");
    }
    List<Note> notes = new ArrayList<>();
    if (!(sign.protectedHeader().get(CONTENT_TYPE).orElse(null) instanceof Cbor.Text type)
        || !type.value().equals("application/vc")) {
      notes.add(
          new Note(StatusCode.CAWG_ICA_INVALID_CONTENT_TYPE, "expected content application/vc"));
    }
    try {
      Slice content =
          sign.payload().orElseThrow(() -> new MediaException("credential: no payload"));
      AggregationCredential credential = AggregationCredential.read(content);
      judge(sign, algorithm.get(), content, credential, payload, notes);
      return new Outcome(credential.issuer(), credential.identities(), notes);
    } catch (MediaException fault) {
      notes.add(new Note(StatusCode.CAWG_ICA_INVALID_VERIFIABLE_CREDENTIAL, fault.getMessage()));
      return new Outcome("", List.of(), notes);
    }
  }

  private void judge(
      CoseSign1 sign,
      CoseAlgorithm algorithm,
      Slice content,
      AggregationCredential credential,
      SignerPayload payload,
      List<Note> notes) {
    signature(sign, algorithm, content, credential.issuer())
        .ifPresentOrElse(notes::add, () -> trust(credential.issuer()).ifPresent(notes::add));
    Optional<Instant> stamped = timeStamp(sign, content, notes);
    validFrom(credential, stamped).ifPresent(notes::add);
    validUntil(credential, stamped).ifPresent(notes::add);
    if (!same(payload, credential.payload())) {
      notes.add(
          new Note(
              StatusCode.CAWG_ICA_SIGNER_PAYLOAD_MISMATCH,
              "the credential was made for something else"));
    }
    boolean valid =
        notes.stream().allMatch(note -> note.code() == StatusCode.CAWG_ICA_TIME_STAMP_VALIDATED);
    if (valid) {
      notes.add(new Note(StatusCode.CAWG_ICA_CREDENTIAL_VALID, "the credential is valid"));
    }
  }

  private Optional<Note> signature(
      CoseSign1 sign, CoseAlgorithm algorithm, Slice content, String issuer) {
    try {
      boolean verified =
          algorithm.verifies(
              keys.key(withoutFragment(issuer)),
              sign.signatureStructure(content),
              sign.signature(),
              SignatureScheme.Limits.of(mode));
      return verified
          ? Optional.empty()
          : note(StatusCode.CAWG_ICA_SIGNATURE_MISMATCH, "not signed by " + issuer);
    } catch (DidKeys.NoKey fault) {
      return Optional.of(fault.note());
    }
  }

  private Optional<Note> trust(String issuer) {
    return issuers.contains(withoutFragment(issuer))
        ? Optional.empty()
        : note(StatusCode.CAWG_ICA_UNTRUSTED_ISSUER, "not among the trusted issuers: " + issuer);
  }

  private static String withoutFragment(String did) {
    int fragment = did.indexOf('#');
    return fragment < 0 ? did : did.substring(0, fragment);
  }

  private Optional<Instant> timeStamp(CoseSign1 sign, Slice content, List<Note> notes) {
    TimeStamps.Outcome outcome = timeStamps.header(sign, content, mode == Mode.COMPAT);
    if (outcome.time().isPresent()) {
      notes.add(new Note(StatusCode.CAWG_ICA_TIME_STAMP_VALIDATED, "the time stamp is valid"));
    } else if (!outcome.notes().isEmpty()) {
      String why = outcome.notes().get(outcome.notes().size() - 1).why();
      notes.add(new Note(StatusCode.CAWG_ICA_TIME_STAMP_INVALID, why));
    }
    return outcome.time();
  }

  private Optional<Note> validFrom(AggregationCredential credential, Optional<Instant> stamped) {
    if (credential.validFrom().isEmpty()) {
      return note(StatusCode.CAWG_ICA_VALID_FROM_MISSING, "no validFrom");
    }
    Instant from = credential.validFrom().get();
    boolean early = now.isBefore(from) || stamped.filter(time -> time.isBefore(from)).isPresent();
    return early
        ? note(StatusCode.CAWG_ICA_VALID_FROM_INVALID, "valid only from " + from)
        : Optional.empty();
  }

  private Optional<Note> validUntil(AggregationCredential credential, Optional<Instant> stamped) {
    Instant until = credential.validUntil().orElse(Instant.MAX);
    boolean late = now.isAfter(until) || stamped.filter(time -> time.isAfter(until)).isPresent();
    return late
        ? note(StatusCode.CAWG_ICA_VALID_UNTIL_INVALID, "valid only until " + until)
        : Optional.empty();
  }

  /** The reference compares no more references than the credential has. */
  private boolean same(SignerPayload own, SignerPayload credential) {
    SignerPayload completed = own.withAlgorithmsOf(credential);
    int count =
        mode == Mode.COMPAT
            ? Math.min(completed.references().size(), credential.references().size())
            : completed.references().size();
    return completed.references().subList(0, count).equals(credential.references())
        && completed.kind().equals(credential.kind())
        && completed.roles().equals(credential.roles());
  }

  private static Optional<Note> note(StatusCode code, String why) {
    return Optional.of(new Note(code, why));
  }
}
