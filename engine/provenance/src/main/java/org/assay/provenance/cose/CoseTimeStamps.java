package org.assay.provenance.cose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Note;
import org.assay.provenance.trust.TimeStamps;

/** Finds the time stamps of a signature and judges them, C2PA 2.2 section 10.3.2.5. */
public final class CoseTimeStamps {
  private static final String OF_SIGNATURE = "sigTst2";
  private static final String OF_CLAIM = "sigTst";

  private final TimeStamps timeStamps;
  private final Mode mode;

  /** Judges tokens as the other does. */
  public CoseTimeStamps(TimeStamps timeStamps, Mode mode) {
    this.timeStamps = timeStamps;
    this.mode = mode;
  }

  /**
   * What counts of them, and what is to be said. The reference trusts any authority in version 1.
   */
  TimeStamps.Outcome check(CoseSign1 sign, SignedClaim claim) {
    boolean anyAuthority = mode == Mode.COMPAT && claim.claimVersion() == 1;
    List<Note> notes = new ArrayList<>();
    Optional<Instant> asserted = Optional.empty();
    for (Slice token : claim.timeStamps()) {
      TimeStamps.Outcome outcome = timeStamps.check(token, sign.signature(), anyAuthority);
      asserted = outcome.time().or(orElse(asserted));
      if (mode == Mode.STRICT) {
        notes.addAll(outcome.notes());
      }
    }
    if (asserted.isPresent()) {
      return new TimeStamps.Outcome(asserted, notes);
    }
    TimeStamps.Outcome header = header(sign, claim.claim(), anyAuthority);
    notes.addAll(header.notes());
    return new TimeStamps.Outcome(header.time(), notes);
  }

  private static java.util.function.Supplier<Optional<Instant>> orElse(Optional<Instant> known) {
    return () -> known;
  }

  /** The time that revocation goes by: even in version 1 only a trusted authority counts. */
  Optional<Instant> trustedTime(CoseSign1 sign, SignedClaim claim, TimeStamps.Outcome known) {
    boolean sure = mode == Mode.STRICT || claim.claimVersion() != 1;
    boolean asserted = known.time().isPresent() && known.notes().isEmpty();
    return sure || asserted ? known.time() : header(sign, claim.claim(), false).time();
  }

  /**
   * Checks the token in the unprotected header.
   *
   * @param payload that was signed
   * @param anyAuthority counts a token of any authority
   */
  public TimeStamps.Outcome header(CoseSign1 sign, Slice payload, boolean anyAuthority) {
    for (Cbor.Entry entry : sign.unprotectedHeader().entries()) {
      if (entry.key() instanceof Cbor.Text name) {
        if (name.value().equals(OF_SIGNATURE)) {
          Slice signature = CoseSign1.byteString(sign.signature());
          return header(entry.value(), sign.counterSignatureStructure(signature), anyAuthority);
        } else if (name.value().equals(OF_CLAIM)) {
          return header(entry.value(), sign.counterSignatureStructure(payload), anyAuthority);
        }
      }
    }
    return new TimeStamps.Outcome(Optional.empty(), List.of());
  }

  private TimeStamps.Outcome header(Cbor value, Slice data, boolean anyAuthority) {
    List<Cbor> tokens = value instanceof Cbor.Map map ? map.array("tstTokens") : List.of();
    boolean unreadable = tokens.isEmpty() && mode == Mode.STRICT;
    if (tokens.size() > 1 || unreadable) {
      return malformed("expected one token, found " + tokens.size());
    }
    if (tokens.isEmpty()) {
      return new TimeStamps.Outcome(Optional.empty(), List.of());
    }
    if (tokens.get(0) instanceof Cbor.Map map
        && map.get("val").orElse(null) instanceof Cbor.Bytes token) {
      return timeStamps.check(token.value(), data, anyAuthority);
    }
    return mode == Mode.STRICT
        ? malformed("the token is no byte string")
        : new TimeStamps.Outcome(Optional.empty(), List.of());
  }

  private static TimeStamps.Outcome malformed(String why) {
    return new TimeStamps.Outcome(
        Optional.empty(), List.of(new Note(StatusCode.TIME_STAMP_MALFORMED, why)));
  }
}
