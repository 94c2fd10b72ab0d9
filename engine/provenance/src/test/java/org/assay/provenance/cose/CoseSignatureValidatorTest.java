package org.assay.provenance.cose;

import static org.assay.provenance.cose.TestCose.CLAIM;
import static org.assay.provenance.trust.TestIdentity.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.CborWriter;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TestIdentity;
import org.assay.provenance.trust.TestLists;
import org.assay.provenance.trust.TestOcsp;
import org.assay.provenance.trust.TestTimeStamps;
import org.assay.provenance.trust.TrustList.Kind;
import org.assay.provenance.trust.TrustLists;
import org.assay.testing.RandomSeed;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RandomSeed.class)
class CoseSignatureValidatorTest {
  private static final TestIdentity ROOT = TestIdentity.root("O=Sample,CN=Sample Root");
  private static final TestIdentity TSA_ROOT = TestIdentity.root("O=Sample,CN=Time Root");
  private static final TestIdentity OTHER_ROOT = TestIdentity.root("O=Sample,CN=Other Root");
  private static final TestIdentity INTERMEDIATE =
      ROOT.issue().named("O=Sample,CN=Sample Intermediate").authority(0).make();
  private static final TestIdentity SIGNER = INTERMEDIATE.issue().make();
  private static final TestIdentity TSA = TSA_ROOT.issue().timeStamping().make();
  private static final Instant EARLIER = NOW.minusSeconds(30 * 86_400L);
  private static final TestIdentity EXPIRED =
      oldIntermediate().issue().valid(EARLIER.minusSeconds(60), EARLIER.plusSeconds(60)).make();
  private static final TestIdentity OLD_TSA =
      TSA_ROOT.issue().timeStamping().valid(EARLIER.minusSeconds(60), NOW).make();
  private static final TrustLists LISTS =
      TestLists.join(ROOT.trusted(Kind.SIGNER), TSA_ROOT.trusted(Kind.TIME_STAMP));

  private static final Map<Mode, SignatureValidator> VALIDATORS =
      Map.of(
          Mode.STRICT, new CoseSignatureValidator(LISTS, Mode.STRICT, NOW),
          Mode.COMPAT, new CoseSignatureValidator(LISTS, Mode.COMPAT, NOW));
  private static final byte[] FULL = full();

  private static TestIdentity oldIntermediate() {
    return ROOT.issue()
        .named("O=Sample,CN=Old Intermediate")
        .authority(0)
        .valid(EARLIER.minusSeconds(3600), NOW.plusSeconds(3600))
        .make();
  }

  @ParameterizedTest
  @CsvSource({
    "-7, secp256r1, Es256",
    "-35, secp384r1, Es384",
    "-36, secp521r1, Es512",
    "-37, RSA-2048, Ps256",
    "-38, RSA-2048, Ps384",
    "-39, RSA-2048, Ps512",
    "-8, Ed25519, Ed25519"
  })
  void everyAllowedAlgorithmIsValidated(int number, String key, String shownAs) {
    TestIdentity signer = INTERMEDIATE.issue().key(key).make();
    byte[] item = new TestCose(signer).algorithm(number).build();
    for (Mode mode : Mode.values()) {
      SignatureReport report = report(item, mode);
      assertThat(codes(report))
          .containsExactlyInAnyOrder(
              "signingCredential.trusted",
              "signingCredential.ocsp.skipped",
              "claimSignature.insideValidity",
              "claimSignature.validated");
      Signer found = report.signer().orElseThrow();
      assertThat(found.algorithm()).isEqualTo(shownAs);
      assertThat(found.issuer()).isEqualTo("Sample Organisation");
      assertThat(found.commonName()).isEqualTo("Sample Signer");
      assertThat(found.anchor()).contains("Sample Root");
      assertThat(found.list()).isEqualTo("sample");
      assertThat(found.certificates()).hasSize(2);
      assertThat(found.time()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"-257", "-258", "-65535", "-9", "5", "0"})
  void anyOtherAlgorithmIsUnsupported(int number) {
    byte[] item =
        new TestCose(INTERMEDIATE.issue().key("RSA-2048").make()).algorithm(number).build();
    assertThat(codes(item, Mode.STRICT))
        .contains("algorithm.unsupported", "claimSignature.mismatch")
        .doesNotContain("claimSignature.validated", "signingCredential.trusted");
  }

  @ParameterizedTest
  @CsvSource({"-35, secp256r1", "-7, secp384r1", "-7, RSA-2048", "-37, secp256r1", "-8, RSA-2048"})
  void keyOfAnotherKindIsNoKeyForTheAlgorithm(int number, String key) {
    byte[] item = new TestCose(INTERMEDIATE.issue().key(key).make()).algorithm(number).build();
    assertThat(codes(item, Mode.STRICT))
        .contains("signingCredential.invalid", "claimSignature.mismatch")
        .doesNotContain("claimSignature.validated");
  }

  @ParameterizedTest
  @EnumSource
  void anotherClaimDoesNotFitTheSignature(Mode mode) {
    assertThat(codes(new TestCose(SIGNER).payload(new byte[] {1}).build(), mode))
        .contains("claimSignature.mismatch")
        .doesNotContain("claimSignature.validated", "claimSignature.insideValidity");
  }

  @Test
  void payloadThatIsNotTheClaimIsRefused() {
    assertThat(codes(new TestCose(SIGNER).attached(CLAIM).build(), Mode.STRICT))
        .contains("claimSignature.validated");
    assertThat(codes(new TestCose(SIGNER).attached(new byte[] {1}).build(), Mode.STRICT))
        .containsExactly("claimSignature.mismatch");
  }

  @Test
  void tagIsOptionalAndZerosMayFollowInStrictOnly() {
    byte[] tagged = new TestCose(SIGNER).build();
    byte[] padded = Arrays.copyOf(tagged, tagged.length + 100);
    assertThat(codes(padded, Mode.STRICT)).contains("claimSignature.validated");
    assertThat(codes(new TestCose(SIGNER).untagged(), Mode.STRICT))
        .contains("claimSignature.validated");
    assertThat(codes(padded, Mode.COMPAT)).containsExactly("claimSignature.mismatch");
    assertThat(codes(new TestCose(SIGNER).untagged(), Mode.COMPAT))
        .containsExactly("claimSignature.mismatch");
    padded[padded.length - 1] = 1;
    assertThat(codes(padded, Mode.STRICT)).containsExactly("claimSignature.mismatch");
  }

  @Test
  void chainOutsideTheProtectedHeaderIsReadAndMissingChainIsRefused() {
    assertThat(codes(new TestCose(SIGNER).chainOutside().build(), Mode.STRICT))
        .contains("claimSignature.validated", "signingCredential.trusted");
    TestCose byNumber = new TestCose(SIGNER).chain(List.of()).chainOutsideByNumber();
    assertThat(codes(byNumber.build(), Mode.STRICT)).contains("claimSignature.validated");
    assertThat(codes(byNumber.build(), Mode.COMPAT)).doesNotContain("claimSignature.validated");
    assertThat(codes(new TestCose(SIGNER).chain(List.of()).build(), Mode.STRICT))
        .contains("signingCredential.invalid", "claimSignature.mismatch");
    TestCose garbage = new TestCose(SIGNER).chain(List.of(new byte[] {0x30, 1, 2}));
    assertThat(codes(garbage.build(), Mode.STRICT))
        .contains("signingCredential.invalid", "claimSignature.mismatch");
  }

  @ParameterizedTest
  @EnumSource
  void signerOfNoListIsUntrustedButItsSignatureIsValid(Mode mode) {
    TestIdentity stranger = OTHER_ROOT.issue().make();
    assertThat(codes(new TestCose(stranger).build(), mode))
        .contains("signingCredential.untrusted", "claimSignature.validated")
        .doesNotContain("signingCredential.trusted", "signingCredential.invalid");
  }

  @Test
  void expiredSignerIsOutsideItsValidity() {
    byte[] item = new TestCose(EXPIRED).build();
    assertThat(codes(item, Mode.STRICT))
        .contains("claimSignature.outsideValidity", "signingCredential.untrusted")
        .doesNotContain("claimSignature.insideValidity");
    assertThat(codes(item, Mode.COMPAT))
        .contains("signingCredential.expired", "signingCredential.untrusted");
  }

  @ParameterizedTest
  @EnumSource
  void trustedTimeStampSavesAnExpiredSigner(Mode mode) {
    for (byte[] item :
        List.of(
            new TestCose(EXPIRED)
                .stampedV2(data -> TestTimeStamps.token(OLD_TSA, data, EARLIER))
                .build(),
            new TestCose(EXPIRED)
                .stampedV1(data -> TestTimeStamps.response(OLD_TSA, data, EARLIER))
                .build())) {
      SignatureReport report = report(item, mode);
      assertThat(codes(report))
          .contains(
              "timeStamp.validated",
              "timeStamp.trusted",
              "signingCredential.trusted",
              "claimSignature.insideValidity",
              "claimSignature.validated")
          .doesNotContain("signingCredential.expired");
      assertThat(report.signer().orElseThrow().time()).contains(EARLIER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void timeStampOfAnotherSignatureCountsForNothing(Mode mode) {
    byte[] item =
        new TestCose(EXPIRED)
            .stampedV2(data -> TestTimeStamps.token(OLD_TSA, new byte[] {1}, EARLIER))
            .build();
    assertThat(codes(item, mode))
        .contains("timeStamp.mismatch", "signingCredential.untrusted")
        .doesNotContain("timeStamp.trusted", "timeStamp.validated");
  }

  @ParameterizedTest
  @EnumSource
  void timeStampOfAStrangerCountsForNothing(Mode mode) {
    TestIdentity stranger =
        OTHER_ROOT.issue().timeStamping().valid(EARLIER.minusSeconds(60), NOW).make();
    byte[] item =
        new TestCose(EXPIRED)
            .stampedV2(data -> TestTimeStamps.token(stranger, data, EARLIER))
            .build();
    assertThat(codes(item, mode))
        .contains("timeStamp.validated", "timeStamp.untrusted", "signingCredential.untrusted")
        .doesNotContain("timeStamp.trusted");
  }

  @Test
  void claimOfVersionOneTakesAnyAuthorityInCompatOnly() {
    TestIdentity stranger =
        OTHER_ROOT.issue().timeStamping().valid(EARLIER.minusSeconds(60), NOW).make();
    byte[] item =
        new TestCose(EXPIRED)
            .stampedV1(data -> TestTimeStamps.response(stranger, data, EARLIER))
            .build();
    assertThat(codes(validator(Mode.COMPAT).validate(claim(item, 1))))
        .contains("timeStamp.trusted", "signingCredential.trusted");
    assertThat(codes(validator(Mode.STRICT).validate(claim(item, 1))))
        .contains("timeStamp.untrusted", "claimSignature.outsideValidity");
  }

  @Test
  void authorityOfTheSignersListIsTrustedInCompatOnly() {
    TestIdentity authority = ROOT.issue().timeStamping().make();
    byte[] item =
        new TestCose(SIGNER).stampedV2(data -> TestTimeStamps.token(authority, data, NOW)).build();
    assertThat(codes(item, Mode.COMPAT)).contains("timeStamp.trusted");
    assertThat(codes(item, Mode.STRICT)).contains("timeStamp.untrusted");
    TestIdentity signer = TSA_ROOT.issue().make();
    assertThat(codes(new TestCose(signer).build(), Mode.STRICT))
        .contains("signingCredential.untrusted");
  }

  @Test
  void timeStampThatIsGarbageOrTwofoldIsMalformed() {
    byte[] garbage = new TestCose(SIGNER).stampedV2(data -> new byte[] {1, 2, 3}).build();
    assertThat(codes(garbage, Mode.COMPAT)).contains("timeStamp.malformed");
    byte[] two =
        new TestCose(SIGNER)
            .header("sigTst2", sign -> TestCose.tokens(new byte[1], new byte[1]))
            .build();
    assertThat(codes(two, Mode.COMPAT)).contains("timeStamp.malformed", "claimSignature.validated");
  }

  @Test
  void tokenOfALaterManifestMovesTheInstant() {
    byte[] item = new TestCose(EXPIRED).build();
    Slice signature = parse(item).signature();
    byte[] token = TestTimeStamps.token(OLD_TSA, signature.toArray(), EARLIER);
    SignedClaim claim =
        new SignedClaim(
            Slice.of(CLAIM), Slice.of(item), 2, "", List.of(Slice.of(token)), List.of());
    for (Mode mode : Mode.values()) {
      assertThat(codes(validator(mode).validate(claim)))
          .contains("signingCredential.trusted", "claimSignature.insideValidity");
    }
  }

  @ParameterizedTest
  @EnumSource
  void stapledResponseTellsWhetherTheSignerWasRevoked(Mode mode) {
    assertThat(codes(stapled(SIGNER, TestOcsp.good()), mode))
        .contains("signingCredential.ocsp.notRevoked")
        .doesNotContain("signingCredential.ocsp.skipped");
    assertThat(codes(stapled(SIGNER, TestOcsp.revoked(NOW.minusSeconds(60))), mode))
        .contains("signingCredential.ocsp.revoked");
    TestIdentity somebodyElse = INTERMEDIATE.issue().make();
    byte[] aboutAnother =
        new TestCose(SIGNER).stapled(response(somebodyElse, TestOcsp.good())).build();
    assertThat(codes(aboutAnother, mode)).doesNotContain("signingCredential.ocsp.notRevoked");
  }

  @Test
  void responderThatMayNotSpeakForTheIssuerIsNotHeard() {
    TestIdentity impostor = OTHER_ROOT.issue().purposes(KeyPurposeId.id_kp_OCSPSigning).make();
    byte[] response =
        TestOcsp.response(impostor, INTERMEDIATE, SIGNER, TestOcsp.good(), NOW.minusSeconds(60));
    for (Mode mode : Mode.values()) {
      assertThat(codes(new TestCose(SIGNER).stapled(response).build(), mode))
          .doesNotContain("signingCredential.ocsp.notRevoked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void responseOfACertificateStatusAssertionCounts(Mode mode) {
    byte[] item = new TestCose(SIGNER).build();
    byte[] response = response(SIGNER, TestOcsp.revoked(NOW.minusSeconds(60)));
    SignedClaim claim =
        new SignedClaim(
            Slice.of(CLAIM), Slice.of(item), 2, "", List.of(), List.of(Slice.of(response)));
    assertThat(codes(validator(mode).validate(claim))).contains("signingCredential.ocsp.revoked");
  }

  @Test
  void everyTruncationGivesStatusesAndNeverAValidSignature() {
    byte[] item = FULL;
    for (int length = 0; length < item.length; length++) {
      assertThat(codes(Arrays.copyOf(item, length), Mode.STRICT))
          .as("first %d bytes", length)
          .isNotEmpty()
          .doesNotContain("claimSignature.validated");
    }
  }

  @RepeatedTest(150)
  void corruptionGivesStatusesAndNeverAnException(Random random) {
    byte[] item = FULL.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      item[random.nextInt(item.length)] = (byte) random.nextInt(256);
    }
    for (Mode mode : Mode.values()) {
      assertThat(report(item, mode).statuses()).isNotEmpty();
    }
  }

  @Test
  void nothingAtAllIsNoSignature() {
    assertThat(codes(new byte[0], Mode.COMPAT)).containsExactly("claimSignature.mismatch");
    assertThat(codes(new byte[100], Mode.COMPAT)).containsExactly("claimSignature.mismatch");
    assertThat(codes(CborWriter.array(), Mode.COMPAT)).containsExactly("claimSignature.mismatch");
  }

  private static byte[] full() {
    return new TestCose(SIGNER)
        .stampedV2(data -> TestTimeStamps.token(TSA, data, NOW))
        .stapled(response(SIGNER, TestOcsp.good()))
        .build();
  }

  private static byte[] stapled(TestIdentity signer, CertificateStatus status) {
    return new TestCose(signer).stapled(response(signer, status)).build();
  }

  private static byte[] response(TestIdentity about, CertificateStatus status) {
    TestIdentity responder = INTERMEDIATE.issue().purposes(KeyPurposeId.id_kp_OCSPSigning).make();
    return TestOcsp.response(responder, INTERMEDIATE, about, status, NOW.minusSeconds(60));
  }

  private static CoseSign1 parse(byte[] item) {
    try {
      return CoseSign1.parse(Slice.of(item));
    } catch (org.assay.media.MediaException fault) {
      throw new AssertionError(fault);
    }
  }

  private static Set<String> codes(byte[] item, Mode mode) {
    return codes(report(item, mode));
  }

  private static Set<String> codes(SignatureReport report) {
    return report.statuses().stream()
        .map(status -> status.code().code())
        .collect(Collectors.toSet());
  }

  private static SignatureReport report(byte[] item, Mode mode) {
    return validator(mode).validate(claim(item, 2));
  }

  private static SignatureValidator validator(Mode mode) {
    return VALIDATORS.get(mode);
  }

  private static SignedClaim claim(byte[] item, int version) {
    return new SignedClaim(
        Slice.of(CLAIM),
        Slice.of(item),
        version,
        "self#jumbf=c2pa.signature",
        List.of(),
        List.of());
  }
}
