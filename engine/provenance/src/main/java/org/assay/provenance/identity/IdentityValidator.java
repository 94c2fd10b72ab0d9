package org.assay.provenance.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cose.CoseSignatureValidator;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.cose.SignatureValidator;
import org.assay.provenance.cose.SignedClaim;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.identity.SignerPayload.Reference;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.Note;
import org.assay.provenance.trust.TrustLists;

/** Judges identity assertions, CAWG identity section 7. Immutable; nothing is fetched. */
public final class IdentityValidator {
  private static final String X509 = "cawg.x509.cose";
  private static final String AGGREGATION = "cawg.identity_claims_aggregation";
  private static final Pattern MANIFEST_PREFIX = Pattern.compile("/c2pa/[^/]+/");
  private static final Pattern HARD_BINDING =
      Pattern.compile(
          "c2pa\\.hash\\.(data|boxes|collection\\.data|multi-asset|bmff(\\.v\\d+)?(__\\d+)?)");

  /** What the specification calls in its own words what claims call otherwise. */
  private static final Map<StatusCode, StatusCode> OF_CERTIFICATES =
      Map.of(
          StatusCode.ALGORITHM_UNSUPPORTED, StatusCode.CAWG_X509_ALGORITHM_UNSUPPORTED,
          StatusCode.SIGNING_CREDENTIAL_TRUSTED, StatusCode.CAWG_X509_CREDENTIAL_TRUSTED,
          StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, StatusCode.CAWG_X509_CREDENTIAL_UNTRUSTED,
          StatusCode.SIGNING_CREDENTIAL_INVALID, StatusCode.CAWG_X509_CREDENTIAL_INVALID,
          StatusCode.SIGNING_CREDENTIAL_OCSP_REVOKED, StatusCode.CAWG_X509_CREDENTIAL_INVALID,
          StatusCode.SIGNING_CREDENTIAL_EXPIRED, StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY,
          StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY,
              StatusCode.CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY,
          StatusCode.CLAIM_SIGNATURE_MISMATCH, StatusCode.CAWG_X509_SIGNATURE_MISMATCH,
          StatusCode.CLAIM_SIGNATURE_VALIDATED, StatusCode.CAWG_X509_SIGNATURE_VALIDATED);

  private final Mode mode;
  private final SignatureValidator certificates;
  private final AggregationValidator aggregations;

  /**
   * Judges as of an instant.
   *
   * @param lists those of kind identity vouch for certificates
   * @param issuers DIDs of aggregators that are trusted, without fragments
   * @param documents of DIDs that name a web site
   */
  public IdentityValidator(
      TrustLists lists, Set<String> issuers, DidDocuments documents, Mode mode, Instant now) {
    this.mode = Objects.requireNonNull(mode, "mode");
    this.certificates = CoseSignatureValidator.ofIdentities(lists, mode, now);
    this.aggregations = new AggregationValidator(lists, issuers, documents, mode, now);
  }

  /**
   * Checks one assertion.
   *
   * @param assertion its CBOR content
   * @param url JUMBF URI of the assertion, for the statuses
   * @param claim hashes of the assertions that the claim lists, by URI as it stands in the claim
   * @return what is wrong with hostile bytes is a status, never an exception
   */
  public IdentityReport validate(Slice assertion, String url, Map<String, Slice> claim) {
    List<Note> notes = new ArrayList<>();
    IdentityAssertion read;
    try {
      read = IdentityAssertion.read(assertion);
    } catch (MediaException fault) {
      if (mode == Mode.STRICT) { // the reference has no word for it
        notes.add(new Note(StatusCode.CAWG_IDENTITY_CBOR_INVALID, fault.getMessage()));
      }
      return report("", Optional.empty(), AggregationValidator.Outcome.NOTHING, notes, url);
    }
    if (!read.padded()) {
      notes.add(new Note(StatusCode.CAWG_IDENTITY_PAD_INVALID, "padding is not zero"));
    }
    SignerPayload payload = read.payload();
    references(payload, claim, notes);
    Optional<Signer> signer = Optional.empty();
    AggregationValidator.Outcome outcome = AggregationValidator.Outcome.NOTHING;
    if (payload.kind().equals(X509)) {
      signer = certificate(payload, read.signature(), notes);
    } else if (payload.kind().equals(AGGREGATION)) {
      outcome = aggregations.check(payload, read.signature());
      notes.addAll(outcome.notes());
    } else {
      String text = "unknown kind of signature " + payload.kind();
      notes.add(new Note(StatusCode.CAWG_IDENTITY_SIG_TYPE_UNKNOWN, text));
    }
    return report(payload.kind(), signer, outcome, notes, url);
  }

  private void references(SignerPayload payload, Map<String, Slice> claim, List<Note> notes) {
    Set<String> seen = new HashSet<>();
    for (Reference reference : payload.references()) {
      Optional<Slice> hash = listed(reference.url(), claim);
      if (!hash.equals(Optional.of(reference.hash()))) {
        String text = hash.isEmpty() ? "the claim does not list " : "hash differs from that of ";
        notes.add(new Note(StatusCode.CAWG_IDENTITY_ASSERTION_MISMATCH, text + reference.url()));
      }
      if (!seen.add(reference.url())) {
        String text = "referenced twice: " + reference.url();
        notes.add(new Note(StatusCode.CAWG_IDENTITY_ASSERTION_DUPLICATE, text));
      }
    }
    if (payload.references().stream()
        .noneMatch(reference -> HARD_BINDING.matcher(reference.label()).matches())) {
      notes.add(
          new Note(StatusCode.CAWG_IDENTITY_HARD_BINDING_MISSING, "no hard binding referenced"));
    }
  }

  /** Claims may write their own assertions' URIs from the root of the store. */
  private Optional<Slice> listed(String url, Map<String, Slice> claim) {
    String wanted = mode == Mode.STRICT ? relative(url) : url;
    return claim.entrySet().stream()
        .filter(entry -> entry.getKey().equals(url) || relative(entry.getKey()).equals(wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String relative(String url) {
    return MANIFEST_PREFIX.matcher(url).replaceFirst("");
  }

  private Optional<Signer> certificate(SignerPayload payload, Slice signature, List<Note> notes) {
    Slice signed = mode == Mode.COMPAT ? payload.rewritten() : payload.source();
    SignatureReport report =
        certificates.validate(new SignedClaim(signed, signature, 2, "", List.of(), List.of()));
    for (Status status : report.statuses()) {
      StatusCode code = OF_CERTIFICATES.get(status.code());
      if (code != null) {
        notes.add(new Note(code, status.explanation()));
      }
      if (status.code() == StatusCode.CLAIM_SIGNATURE_VALIDATED) {
        notes.add(new Note(StatusCode.CAWG_IDENTITY_WELL_FORMED, "the identity can be read"));
      }
    }
    return report.signer();
  }

  private static IdentityReport report(
      String kind,
      Optional<Signer> signer,
      AggregationValidator.Outcome outcome,
      List<Note> notes,
      String url) {
    List<Status> statuses =
        notes.stream().map(note -> new Status(note.code(), url, note.why())).toList();
    return new IdentityReport(kind, signer, outcome.issuer(), outcome.identities(), statuses);
  }
}
