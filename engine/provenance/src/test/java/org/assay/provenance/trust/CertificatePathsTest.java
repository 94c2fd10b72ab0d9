package org.assay.provenance.trust;

import static org.assay.provenance.trust.TestIdentity.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.CertificatePaths.Anchor;
import org.assay.provenance.trust.TrustList.Kind;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificatePathsTest {
  private static final TestIdentity ROOT = TestIdentity.root("O=Sample,CN=Sample Root");
  private static final TestIdentity UPPER =
      ROOT.issue().named("O=Sample,CN=Upper").authority(1).make();
  private static final TestIdentity LOWER =
      UPPER.issue().named("O=Sample,CN=Lower").authority(0).make();
  private static final TestIdentity LEAF = LOWER.issue().make();
  private static final TrustLists LISTS = ROOT.trusted(Kind.SIGNER);

  @ParameterizedTest
  @EnumSource
  void pathLeadsToTheAnchorAndNamesIt(Mode mode) {
    assertThat(anchor(LISTS, mode, LEAF, LOWER, UPPER))
        .contains(new Anchor(ROOT.certificate().subject(), "sample"));
    assertThat(anchor(UPPER.trusted(Kind.SIGNER), mode, LEAF, LOWER, UPPER)).isPresent();
    assertThat(anchor(LISTS, mode, LEAF, LOWER, UPPER, ROOT)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void pathWithAGapLeadsNowhere(Mode mode) {
    assertThat(anchor(LISTS, mode, LEAF)).isEmpty();
    assertThat(anchor(LISTS, mode, LEAF, UPPER)).isEmpty();
    assertThat(anchor(TrustLists.none(), mode, LEAF, LOWER, UPPER)).isEmpty();
  }

  @Test
  void orderOfTheChainMattersInCompatOnly() {
    assertThat(anchor(LISTS, Mode.STRICT, LEAF, UPPER, LOWER)).isPresent();
    assertThat(anchor(LISTS, Mode.COMPAT, LEAF, UPPER, LOWER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anchorOfTheSameNameWithAnotherKeyIsNone(Mode mode) {
    TestIdentity twin = TestIdentity.root("O=Sample,CN=Sample Root");
    assertThat(anchor(twin.trusted(Kind.SIGNER), mode, LEAF, LOWER, UPPER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leafMayNotIssueAndLengthOfThePathIsKept(Mode mode) {
    TestIdentity forged = LEAF.issue().make();
    assertThat(anchor(LISTS, mode, forged, LEAF, LOWER, UPPER)).isEmpty();
    TestIdentity tooDeep = LOWER.issue().named("O=Sample,CN=Too deep").authority(0).make();
    assertThat(anchor(LISTS, mode, tooDeep.issue().make(), tooDeep, LOWER, UPPER)).isEmpty();
    TestIdentity mute =
        UPPER.issue().named("O=Sample,CN=Mute").authority(0).keyUsage(KeyUsage.cRLSign).make();
    assertThat(anchor(LISTS, mode, mute.issue().make(), mute, UPPER)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void allCertificatesOfThePathMustBeValidAtTheInstant(Mode mode) {
    TestIdentity expired =
        ROOT.issue()
            .named("O=Sample,CN=Expired")
            .authority(0)
            .valid(NOW.minusSeconds(100), NOW.minusSeconds(50))
            .make();
    TestIdentity leaf = expired.issue().make();
    assertThat(anchor(LISTS, mode, leaf, expired)).isEmpty();
    assertThat(
            new CertificatePaths(LISTS, mode)
                .anchor(
                    leaf.certificate(),
                    List.of(expired.certificate()),
                    Kind.SIGNER,
                    NOW.minusSeconds(60)))
        .isPresent();
  }

  @Test
  void listsVouchForTheirKindOnlyInStrict() {
    TrustLists timeStamps = ROOT.trusted(Kind.TIME_STAMP);
    assertThat(anchor(timeStamps, Mode.STRICT, LEAF, LOWER, UPPER)).isEmpty();
    assertThat(anchor(timeStamps, Mode.COMPAT, LEAF, LOWER, UPPER)).isPresent();
    assertThat(anchor(ROOT.trusted(Kind.IDENTITY), Mode.COMPAT, LEAF, LOWER, UPPER)).isEmpty();
  }

  @Test
  void leafOnAnAllowListIsTrustedWithoutAPathInStrictOnly() {
    TestIdentity stranger = TestIdentity.root("CN=Nobody").issue().make();
    String hash =
        java.util.HexFormat.of().formatHex(Digests.sha256(stranger.certificate().der()).toArray());
    TrustLists lists =
        new TrustLists(
            List.of(new TrustList("allowed", Set.of(Kind.SIGNER), List.of(), Set.of(hash))),
            TrustLists.SPECIFIED_KEY_USAGES,
            Optional.empty());
    assertThat(anchor(lists, Mode.STRICT, stranger))
        .contains(new Anchor(stranger.certificate().subject(), "allowed"));
    assertThat(anchor(lists, Mode.COMPAT, stranger)).isEmpty();
    assertThat(
            new CertificatePaths(lists, Mode.STRICT)
                .anchor(stranger.certificate(), List.of(), Kind.TIME_STAMP, NOW))
        .isEmpty();
  }

  private static Optional<Anchor> anchor(
      TrustLists lists, Mode mode, TestIdentity leaf, TestIdentity... chain) {
    return new CertificatePaths(lists, mode)
        .anchor(
            leaf.certificate(),
            Stream.of(chain).map(TestIdentity::certificate).toList(),
            Kind.SIGNER,
            NOW);
  }
}
