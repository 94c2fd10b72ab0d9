package org.assay.provenance.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.OcspResponse.Answer;
import org.assay.provenance.trust.TrustList.Kind;

/**
 * Judges OCSP responses (RFC 6960) that came with an item; nothing is fetched. C2PA 2.2 section
 * 15.9. Safe for concurrent use.
 */
public final class Revocation {
  private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofHours(24);

  private final TrustLists lists;
  private final Mode mode;
  private final CertificatePaths paths;
  private final Instant now;

  /** Judges by the lists at an instant. */
  public Revocation(TrustLists lists, Mode mode, Instant now) {
    this.lists = lists;
    this.mode = mode;
    this.paths = new CertificatePaths(lists, mode);
    this.now = Objects.requireNonNull(now, "now");
  }

  /** What a response says of a certificate. */
  public enum State {
    /** It was not revoked when it was used. */
    GOOD,
    /** It was revoked before it was used, or the response is of another time. */
    REVOKED,
    /** The responder does not know it. */
    UNKNOWN,
    /** Nothing that counts. */
    NOTHING
  }

  /**
   * What a response says of the first certificate of a chain.
   *
   * @param chain leaf first
   * @param signedAt by a trusted time stamp; empty when there is none
   */
  public State check(Slice response, List<Certificate> chain, Optional<Instant> signedAt) {
    OcspResponse parsed;
    try {
      parsed = OcspResponse.parse(response);
    } catch (MediaException unusable) {
      return State.NOTHING; // section 15.9: what cannot be read counts as if it were not there
    }
    List<Certificate> complete = withIssuer(chain);
    if (complete.size() < 2 || !parsed.signed(mode, complete.get(1))) {
      return State.NOTHING;
    }
    State state = state(parsed, complete, signedAt);
    return state != State.NOTHING && authorized(parsed, complete, signedAt) ? state : State.NOTHING;
  }

  /** Whether the response is about the first certificate of the chain at all. */
  public boolean concerns(Slice response, List<Certificate> chain) {
    try {
      List<Certificate> complete = withIssuer(chain);
      OcspResponse parsed = OcspResponse.parse(response);
      return complete.size() > 1
          && parsed.signed(mode, complete.get(1))
          && !parsed.answers(complete.get(0), complete.get(1)).isEmpty();
    } catch (MediaException unusable) {
      return false;
    }
  }

  private State state(OcspResponse response, List<Certificate> chain, Optional<Instant> signedAt) {
    State worst = State.NOTHING;
    for (Answer answer : response.answers(chain.get(0), chain.get(1))) {
      State state =
          switch (answer.state()) {
            case GOOD -> good(answer, response.producedAt(), signedAt);
            case REVOKED -> revoked(answer, signedAt);
            default -> answer.state();
          };
      if (state == State.GOOD) {
        return state;
      }
      worst = worst == State.REVOKED || state == State.NOTHING ? worst : state;
    }
    return worst;
  }

  private State good(Answer answer, Instant producedAt, Optional<Instant> signedAt) {
    Instant until = answer.nextUpdate().orElse(producedAt.plus(WITHOUT_NEXT_UPDATE));
    if (signedAt.isPresent()) {
      return signedAt.get().getEpochSecond() <= until.getEpochSecond() ? State.GOOD : stale();
    }
    boolean begun = !now.isBefore(answer.thisUpdate());
    boolean current = mode == Mode.COMPAT || !now.isAfter(until);
    return begun && current ? State.GOOD : stale();
  }

  /** The reference takes a response of another time for a revocation. */
  private State stale() {
    return mode == Mode.COMPAT ? State.REVOKED : State.NOTHING;
  }

  private State revoked(Answer answer, Optional<Instant> signedAt) {
    boolean before = signedAt.isPresent() && signedAt.get().isBefore(answer.revokedAt());
    if (mode == Mode.STRICT) {
      boolean restored = answer.reason() == OcspResponse.REMOVE_FROM_CRL;
      return before || restored ? State.GOOD : State.REVOKED;
    }
    if (answer.reason() == OcspResponse.REMOVE_FROM_CRL) {
      return answer.revokedAt().isAfter(signedAt.orElse(now)) ? State.NOTHING : State.REVOKED;
    }
    boolean named = answer.reason() != OcspResponse.NO_REASON;
    return named && before ? State.NOTHING : State.REVOKED;
  }

  /** Whether the responder may speak for the issuer, RFC 6960 section 4.2.2.2. */
  private boolean authorized(
      OcspResponse response, List<Certificate> chain, Optional<Instant> signedAt) {
    Instant instant = signedAt.orElse(now);
    Optional<Certificate> responder = response.certificates().stream().findFirst();
    if (mode == Mode.STRICT) {
      Certificate issuer = chain.get(1);
      return responder.isEmpty()
          || responder.get().publicKey().equals(issuer.publicKey())
          || (responder.get().namesAsIssuer(issuer)
              && responder.get().signedBy(issuer, SignatureScheme.Limits.of(mode))
              && CertificateProfile.ocsp(mode).check(responder.get(), instant).passed());
    }
    if (responder.isEmpty()
        || !CertificateProfile.ocsp(mode).check(responder.get(), instant).passed()) {
      return false;
    }
    List<Certificate> path =
        new ArrayList<>(response.certificates().subList(1, response.certificates().size()));
    if (path.isEmpty() && responder.get().namesAsIssuer(chain.get(1))) {
      path.addAll(chain.subList(1, chain.size()));
    }
    return paths.anchor(responder.get(), path, Kind.SIGNER, instant).isPresent();
  }

  /** Chains may leave their issuer out where it is an anchor. */
  private List<Certificate> withIssuer(List<Certificate> chain) {
    Certificate leaf = chain.get(0);
    if (chain.size() > 1 && leaf.namesAsIssuer(chain.get(1))) {
      return chain;
    }
    List<Certificate> complete = new ArrayList<>(chain);
    lists.of(java.util.Set.of(Kind.SIGNER)).stream()
        .flatMap(list -> list.anchors().stream())
        .filter(leaf::namesAsIssuer)
        .findFirst()
        .ifPresent(anchor -> complete.add(1, anchor));
    return complete;
  }
}
