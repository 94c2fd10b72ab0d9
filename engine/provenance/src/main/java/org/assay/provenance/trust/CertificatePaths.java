package org.assay.provenance.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustList.Kind;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Finds the anchor that vouches for a certificate, C2PA 2.2 section 14.4. Safe for concurrent use.
 */
public final class CertificatePaths {
  private static final int MAX_LENGTH = 16;

  private final TrustLists lists;
  private final Mode mode;
  private final Issuances issuances;

  /** Paths to the anchors of the lists. */
  public CertificatePaths(TrustLists lists, Mode mode) {
    this.lists = lists;
    this.mode = mode;
    this.issuances = new Issuances(SignatureScheme.Limits.of(mode));
  }

  /**
   * The anchor that decided.
   *
   * @param subject of the anchor, or of the leaf itself where the list names it; hostile text only
   *     in the latter case
   * @param list name of the list
   */
  public record Anchor(String subject, String list) {}

  /**
   * The anchor of a leaf, if there is one.
   *
   * @param chain certificates that came with the leaf, without it, leaf's issuer first
   * @param kind what the leaf did; the reference validator asks all lists for signers and time
   *     stamps alike
   * @param instant at which all certificates of the path must be valid
   */
  public Optional<Anchor> anchor(
      Certificate leaf, List<Certificate> chain, Kind kind, Instant instant) {
    boolean together = mode == Mode.COMPAT && kind != Kind.IDENTITY;
    List<TrustList> asked = asked(kind, together);
    if (mode == Mode.STRICT && kind != Kind.TIME_STAMP) { // section 14.4.3; the reference has none
      Optional<Anchor> named = named(leaf, asked);
      if (named.isPresent()) {
        return named;
      }
    }
    KeyUsages usages = KeyUsages.of(leaf);
    CertificateProfile profile =
        kind == Kind.IDENTITY
            ? CertificateProfile.identity(mode)
            : CertificateProfile.signer(mode, lists);
    boolean usable =
        usages.present() && usages.allowed(profile.allowed()) && chain.size() < MAX_LENGTH;
    if (!usable) {
      return Optional.empty();
    }
    return mode == Mode.COMPAT
        ? inGivenOrder(leaf, chain, asked, instant)
        : anyPath(leaf, chain, asked, instant);
  }

  /** The reference asks only lists that are named for identities, which few settings have. */
  private List<TrustList> asked(Kind kind, boolean together) {
    List<TrustList> asked =
        lists.of(together ? Set.of(Kind.SIGNER, Kind.TIME_STAMP) : Set.of(kind));
    return mode == Mode.COMPAT && kind == Kind.IDENTITY
        ? asked.stream().filter(list -> list.kinds().equals(Set.of(kind))).toList()
        : asked;
  }

  private static Optional<Anchor> named(Certificate leaf, List<TrustList> asked) {
    String hash = HexFormat.of().formatHex(Digests.sha256(leaf.der()).toArray());
    return asked.stream()
        .filter(list -> list.endEntities().contains(hash))
        .map(list -> new Anchor(leaf.subject(), list.name()))
        .findFirst();
  }

  /** As the reference does: each certificate must be signed by the next, and all must be valid. */
  private Optional<Anchor> inGivenOrder(
      Certificate leaf, List<Certificate> chain, List<TrustList> asked, Instant instant) {
    List<Certificate> path = new ArrayList<>(List.of(leaf));
    path.addAll(
        !chain.isEmpty() && chain.get(0).equals(leaf) ? chain.subList(1, chain.size()) : chain);
    for (int i = 1; i < path.size(); i++) {
      if (!issuances.signed(path.get(i - 1), path.get(i)) || !mayIssue(path.get(i), i - 1)) {
        return Optional.empty();
      }
    }
    if (!path.stream().allMatch(certificate -> certificate.validAt(instant))) {
      return Optional.empty();
    }
    return path.stream().flatMap(certificate -> anchorsOf(certificate, asked)).findFirst();
  }

  /** Follows issuers from the leaf, in whatever order they came, until an anchor signed one. */
  private Optional<Anchor> anyPath(
      Certificate leaf, List<Certificate> chain, List<TrustList> asked, Instant instant) {
    List<Certificate> left = new ArrayList<>(chain);
    Certificate current = leaf;
    for (int below = 0; below <= chain.size(); below++) {
      if (!current.validAt(instant)) {
        return Optional.empty();
      }
      Optional<Anchor> anchor = anchorsOf(current, asked).findFirst();
      if (anchor.isPresent()) {
        return anchor;
      }
      Certificate child = current;
      int depth = below;
      Optional<Certificate> issuer =
          left.stream()
              .filter(child::namesAsIssuer)
              .filter(candidate -> mayIssue(candidate, depth))
              .filter(candidate -> issuances.signed(child, candidate))
              .findFirst();
      if (issuer.isEmpty()) {
        return Optional.empty();
      }
      current = issuer.get();
      left.remove(current);
    }
    return Optional.empty();
  }

  private Stream<Anchor> anchorsOf(Certificate certificate, List<TrustList> asked) {
    return asked.stream()
        .flatMap(
            list ->
                list.anchors().stream()
                    .filter(certificate::namesAsIssuer)
                    .filter(anchor -> issuances.signed(certificate, anchor))
                    .map(anchor -> new Anchor(anchor.subject(), list.name())));
  }

  /**
   * Whether a certificate may issue others, RFC 5280 section 6.1.4 (k) to (n).
   *
   * @param authoritiesBelow between it and the leaf
   */
  static boolean mayIssue(Certificate issuer, int authoritiesBelow) {
    return issuer
            .basicConstraints()
            .filter(
                constraints ->
                    constraints.isCA()
                        && (constraints.getPathLenConstraint() == null
                            || constraints
                                    .getPathLenConstraint()
                                    .compareTo(java.math.BigInteger.valueOf(authoritiesBelow))
                                >= 0))
            .isPresent()
        && (issuer.holder().getExtension(Extension.keyUsage) == null
            || issuer
                .keyUsage()
                .filter(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                .isPresent());
  }
}
