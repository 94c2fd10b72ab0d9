package org.assay.provenance.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.TrustList.Kind;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;

/** Judges RFC 3161 time-stamp tokens, C2PA 2.2 section 15.8. Safe for concurrent use. */
public final class TimeStamps {
  private final Mode mode;
  private final CertificatePaths paths;
  private final SignatureScheme.Limits limits;

  /** Judges by the lists. */
  public TimeStamps(TrustLists lists, Mode mode) {
    this.mode = mode;
    this.paths = new CertificatePaths(lists, mode);
    this.limits = SignatureScheme.Limits.of(mode);
  }

  /**
   * What is to be said about a token.
   *
   * @param time when it was made; only of a token that counts
   */
  public record Outcome(Optional<Instant> time, List<Note> notes) {

    /** Copies the list. */
    public Outcome {
      Objects.requireNonNull(time, "time");
      notes = List.copyOf(notes);
    }

    static Outcome nothing(StatusCode code, String why) {
      return new Outcome(Optional.empty(), List.of(new Note(code, why)));
    }
  }

  /**
   * Checks that a token was made for the data and by an authority that is trusted.
   *
   * @param token a TimeStampToken or a whole TimeStampResp, DER
   * @param anyAuthority counts a token of any authority, as the reference does for claims of
   *     version 1
   */
  public Outcome check(Slice token, Slice data, boolean anyAuthority) {
    TimeStampToken parsed;
    try {
      parsed = TimeStampToken.parse(token, mode);
    } catch (MediaException fault) {
      return Outcome.nothing(StatusCode.TIME_STAMP_MALFORMED, fault.getMessage());
    }
    if (parsed.certificates().isEmpty()) {
      return Outcome.nothing(StatusCode.TIME_STAMP_UNTRUSTED, "the token holds no certificates");
    }
    Outcome last = new Outcome(Optional.empty(), List.of());
    for (TimeStampSigner signer : parsed.signers()) {
      last = check(parsed, signer, data, anyAuthority);
      if (last.time().isPresent()) {
        return last;
      }
    }
    if (parsed.signers().isEmpty() && mode == Mode.STRICT) {
      return Outcome.nothing(StatusCode.TIME_STAMP_MALFORMED, "no signer with a certificate");
    }
    return last;
  }

  private Outcome check(
      TimeStampToken token, TimeStampSigner signer, Slice data, boolean anyAuthority) {
    Optional<Note> fault = signer.fault(token, mode, limits).or(() -> imprint(token, data));
    if (fault.isPresent()) {
      return new Outcome(Optional.empty(), List.of(fault.get()));
    }
    String authority = signer.certificate().commonName();
    List<Note> notes = new ArrayList<>();
    notes.add(
        new Note(StatusCode.TIME_STAMP_VALIDATED, "the time stamp is for this: " + authority));
    if (anyAuthority) {
      notes.add(new Note(StatusCode.TIME_STAMP_TRUSTED, "any authority counts here: " + authority));
      return new Outcome(Optional.of(signer.time()), notes);
    }
    CertificateProfile.Outcome profile =
        CertificateProfile.timeStamp(mode).check(signer.certificate(), signer.time());
    if (mode == Mode.COMPAT) {
      notes.addAll(profile.notes()); // the reference files them under the signer's codes
    }
    Optional<CertificatePaths.Anchor> anchor =
        profile.passed()
            ? paths.anchor(
                signer.certificate(), signer.issuers(token), Kind.TIME_STAMP, signer.time())
            : Optional.empty();
    if (anchor.isEmpty()) {
      String why = profile.notes().isEmpty() ? "no anchor" : profile.notes().get(0).why();
      notes.add(
          new Note(StatusCode.TIME_STAMP_UNTRUSTED, "authority %s: %s".formatted(authority, why)));
      return new Outcome(Optional.empty(), notes);
    }
    notes.add(
        new Note(
            StatusCode.TIME_STAMP_TRUSTED,
            "authority %s, anchor in list %s".formatted(authority, anchor.get().list())));
    return new Outcome(Optional.of(signer.time()), notes);
  }

  private Optional<Note> imprint(TimeStampToken token, Slice data) {
    boolean weak = token.imprintAlgorithm().equals(OIWObjectIdentifiers.idSHA1);
    Optional<Slice> digest =
        weak && mode == Mode.STRICT
            ? Optional.empty() // section 13.1; the reference still takes it
            : Digests.of(token.imprintAlgorithm(), data);
    if (digest.isEmpty()) {
      String text = "imprint with a hash that is not accepted, " + token.imprintAlgorithm();
      return Optional.of(new Note(StatusCode.TIME_STAMP_UNTRUSTED, text));
    }
    return digest.get().equals(token.imprint())
        ? Optional.empty()
        : Optional.of(
            new Note(StatusCode.TIME_STAMP_MISMATCH, "the time stamp is for something else"));
  }
}
