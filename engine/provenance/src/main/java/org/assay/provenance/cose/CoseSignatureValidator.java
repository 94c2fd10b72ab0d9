package org.assay.provenance.cose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Certificate;
import org.assay.provenance.trust.CertificatePaths;
import org.assay.provenance.trust.CertificateProfile;
import org.assay.provenance.trust.Note;
import org.assay.provenance.trust.Revocation;
import org.assay.provenance.trust.SignatureScheme;
import org.assay.provenance.trust.TimeStamps;
import org.assay.provenance.trust.TrustList.Kind;
import org.assay.provenance.trust.TrustLists;

/** Judges signatures of claims or identities by COSE and X.509. Immutable; nothing is fetched. */
public final class CoseSignatureValidator implements SignatureValidator {
  private final Mode mode;
  private final Instant now;
  private final Kind kind;
  private final SignatureScheme.Limits limits;
  private final CertificateProfile profile;
  private final CertificatePaths paths;
  private final CoseTimeStamps timeStamps;
  private final CoseRevocation revocation;

  /** Judges claims by the lists, as of an instant where no time stamp counts. */
  public CoseSignatureValidator(TrustLists lists, Mode mode, Instant now) {
    this(lists, mode, now, Kind.SIGNER);
  }

  /** Judges what signers of identities signed, with the codes of claims. */
  public static CoseSignatureValidator ofIdentities(TrustLists lists, Mode mode, Instant now) {
    return new CoseSignatureValidator(lists, mode, now, Kind.IDENTITY);
  }

  private CoseSignatureValidator(TrustLists lists, Mode mode, Instant now, Kind kind) {
    this.kind = kind;
    this.mode = Objects.requireNonNull(mode, "mode");
    this.now = Objects.requireNonNull(now, "now");
    this.limits = SignatureScheme.Limits.of(mode);
    this.profile =
        kind == Kind.IDENTITY
            ? CertificateProfile.identity(mode)
            : CertificateProfile.signer(mode, lists);
    this.paths = new CertificatePaths(lists, mode);
    this.timeStamps = new CoseTimeStamps(new TimeStamps(lists, mode), mode);
    this.revocation = new CoseRevocation(new Revocation(lists, mode, now), mode);
  }

  @Override
  public SignatureReport validate(SignedClaim claim) {
    List<Note> notes = new ArrayList<>();
    Optional<Signer> signer = Optional.empty();
    try {
      CoseSign1 sign = CoseSign1.parse(claim.signature(), mode);
      boolean other = sign.payload().filter(own -> !own.equals(claim.claim())).isPresent();
      if (other && mode == Mode.STRICT) { // the reference puts the claim in its place
        throw new MediaException("COSE_Sign1: its payload is not the claim");
      }
      try {
        signer = Optional.of(judge(sign, certificates(sign), claim, notes));
      } catch (MediaException noCertificate) {
        notes.add(new Note(StatusCode.SIGNING_CREDENTIAL_INVALID, noCertificate.getMessage()));
        unchecked("no certificate to check the signature with", notes);
      }
    } catch (MediaException fault) {
      notes.add(mismatch(fault.getMessage()));
    }
    List<Status> statuses =
        notes.stream().map(note -> new Status(note.code(), claim.url(), note.why())).toList();
    return new SignatureReport(signer, statuses);
  }

  private List<Certificate> certificates(CoseSign1 sign) throws MediaException {
    List<Certificate> certificates = new ArrayList<>();
    for (Slice der : sign.chain(mode)) {
      certificates.add(Certificate.parse(der));
    }
    return certificates;
  }

  private Signer judge(
      CoseSign1 sign, List<Certificate> chain, SignedClaim claim, List<Note> notes) {
    TimeStamps.Outcome stamp = new TimeStamps.Outcome(Optional.empty(), List.of());
    if (kind == Kind.SIGNER || mode == Mode.STRICT) { // the reference takes identities as of now
      TimeStamps.Outcome known = timeStamps.check(sign, claim);
      stamp = known;
      notes.addAll(
          revocation.check(sign, claim, chain, () -> timeStamps.trustedTime(sign, claim, known)));
      notes.addAll(stamp.notes());
    }
    Certificate leaf = chain.get(0);
    Optional<CoseAlgorithm> algorithm = sign.algorithm();
    Optional<CertificatePaths.Anchor> anchor = Optional.empty();
    if (algorithm.isEmpty()) {
      notes.add(
          new Note(StatusCode.ALGORITHM_UNSUPPORTED, "the algorithm is missing or not allowed"));
      unchecked("no algorithm to check the signature with", notes);
    } else if (algorithm.get().elliptic() && EcdsaDer.looksLike(sign.signature())) {
      notes.add(
          new Note(StatusCode.SIGNING_CREDENTIAL_INVALID, "ECDSA signature in DER, not r and s"));
      unchecked("the signature is in another format", notes);
    } else {
      Instant instant = stamp.time().orElse(now);
      anchor = paths.anchor(leaf, chain.subList(1, chain.size()), kind, instant);
      notes.add(trust(leaf, anchor));
      CertificateProfile.Outcome fit = profile.check(leaf, instant);
      notes.addAll(profileNotes(fit));
      signature(sign, algorithm.get(), leaf, claim, instant, notes);
    }
    return new Signer(
        leaf.organization(),
        leaf.commonName(),
        algorithm.map(CoseAlgorithm::shownAs).orElse(""),
        stamp.time(),
        anchor.map(CertificatePaths.Anchor::subject).orElse(""),
        anchor.map(CertificatePaths.Anchor::list).orElse(""),
        chain.stream().map(Certificate::der).toList());
  }

  private static Note trust(Certificate leaf, Optional<CertificatePaths.Anchor> anchor) {
    return anchor
        .map(
            found ->
                new Note(
                    StatusCode.SIGNING_CREDENTIAL_TRUSTED,
                    "anchor %s in list %s".formatted(found.subject(), found.list())))
        .orElse(
            new Note(
                StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, "no list vouches for " + leaf.subject()));
  }

  /** The specification has a code of the signature for what the reference calls expired. */
  private List<Note> profileNotes(CertificateProfile.Outcome fit) {
    if (mode == Mode.COMPAT) {
      return fit.notes();
    }
    return fit.notes().stream()
        .filter(note -> note.code() != StatusCode.SIGNING_CREDENTIAL_EXPIRED)
        .toList();
  }

  private void signature(
      CoseSign1 sign,
      CoseAlgorithm algorithm,
      Certificate leaf,
      SignedClaim claim,
      Instant instant,
      List<Note> notes) {
    if (!algorithm.fits(leaf.publicKey())) {
      String why = "the key of the certificate is none for " + algorithm.shownAs();
      notes.add(new Note(StatusCode.SIGNING_CREDENTIAL_INVALID, why));
      unchecked("the key is of another kind", notes);
      return;
    }
    Slice signed = sign.signatureStructure(claim.claim());
    if (!algorithm.verifies(leaf.publicKey(), signed, sign.signature(), limits)) {
      notes.add(mismatch("the signature is not that of this content"));
      return;
    }
    notes.add(validity(leaf, instant));
    notes.add(
        new Note(StatusCode.CLAIM_SIGNATURE_VALIDATED, "the signature is that of this content"));
  }

  private Note validity(Certificate leaf, Instant instant) {
    if (mode == Mode.COMPAT || leaf.validAt(instant)) {
      return new Note(
          StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, "the certificate was valid when used");
    }
    String text = "valid from %s to %s, used at %s";
    return new Note(
        StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY,
        text.formatted(leaf.notBefore(), leaf.notAfter(), instant));
  }

  /** The reference has no code for identities whose signature it could not even check. */
  private void unchecked(String why, List<Note> notes) {
    if (kind == Kind.SIGNER || mode == Mode.STRICT) {
      notes.add(mismatch(why));
    }
  }

  private static Note mismatch(String why) {
    return new Note(StatusCode.CLAIM_SIGNATURE_MISMATCH, why);
  }
}
