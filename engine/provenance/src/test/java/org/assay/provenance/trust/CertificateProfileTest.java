package org.assay.provenance.trust;

import static org.assay.provenance.trust.TestIdentity.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.trust.TestIdentity.Request;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateProfileTest {
  private static final TestIdentity ROOT = TestIdentity.root("O=Sample,CN=Sample Root");
  private static final KeyPurposeId EMAIL = KeyPurposeId.id_kp_emailProtection;
  private static final KeyPurposeId TIME = KeyPurposeId.id_kp_timeStamping;
  private static final KeyPurposeId OCSP = KeyPurposeId.id_kp_OCSPSigning;

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("any usage", request -> request.purposes(KeyPurposeId.anyExtendedKeyUsage)),
        fault("server alone", request -> request.purposes(KeyPurposeId.id_kp_serverAuth)),
        fault("no usage", request -> request.purposes()),
        fault("time stamps and e-mail", request -> request.purposes(TIME, EMAIL)),
        fault("time stamps and OCSP", request -> request.purposes(TIME, OCSP)),
        fault("no key usage", request -> request.keyUsage(-1)),
        fault("key agreement", request -> request.keyUsage(KeyUsage.keyAgreement)),
        fault(
            "signs certificates",
            request -> request.keyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)),
        fault("an authority", request -> request.authority(0).purposes(EMAIL)),
        fault("no authority key", Request::withoutAuthorityKey),
        fault("unique identifier", Request::withUniqueId),
        fault("critical", request -> request.unknownCritical("1.2.3.4.5")),
        fault("1024 bits", request -> request.key("RSA-1024")),
        fault("SHA-1", request -> request.signedWith("SHA1withECDSA")));
  }

  private static Arguments fault(String name, UnaryOperator<Request> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void certificateWithAFaultIsInvalid(String name, UnaryOperator<Request> change) {
    Certificate certificate = change.apply(ROOT.issue()).make().certificate();
    for (Mode mode : Mode.values()) {
      CertificateProfile.Outcome outcome = signer(mode).check(certificate, NOW);
      assertThat(outcome.passed()).as(name).isFalse();
      assertThat(outcome.notes())
          .extracting(Note::code)
          .containsExactly(StatusCode.SIGNING_CREDENTIAL_INVALID);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goodCertificatesPass(Mode mode) {
    for (String key : new String[] {"secp256r1", "secp384r1", "secp521r1", "RSA-2048", "Ed25519"}) {
      assertThat(signer(mode).check(ROOT.issue().key(key).make().certificate(), NOW))
          .isEqualTo(new CertificateProfile.Outcome(true, java.util.List.of()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void certificateIsExpiredOutsideItsValidityAndTheEndsBelongToIt(Mode mode) {
    Certificate certificate =
        ROOT.issue().valid(NOW.minusSeconds(10), NOW.plusSeconds(10)).make().certificate();
    assertThat(signer(mode).check(certificate, NOW.minusSeconds(10)).passed()).isTrue();
    assertThat(signer(mode).check(certificate, NOW.plusSeconds(10)).passed()).isTrue();
    for (int seconds : new int[] {-11, 11}) {
      assertThat(signer(mode).check(certificate, NOW.plusSeconds(seconds)).notes())
          .extracting(Note::code)
          .containsExactly(StatusCode.SIGNING_CREDENTIAL_EXPIRED);
    }
  }

  @Test
  void signerThatMayNotMakeDigitalSignaturesPassesInCompatOnly() {
    Certificate certificate = ROOT.issue().keyUsage(KeyUsage.nonRepudiation).make().certificate();
    assertThat(signer(Mode.COMPAT).check(certificate, NOW).passed()).isTrue();
    assertThat(signer(Mode.STRICT).check(certificate, NOW).passed()).isFalse();
  }

  @Test
  void keyUsageMustBeConfiguredInCompat() {
    KeyPurposeId documents =
        KeyPurposeId.getInstance(
            new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"));
    Certificate certificate = ROOT.issue().purposes(documents).make().certificate();
    assertThat(
            CertificateProfile.signer(Mode.COMPAT, TrustLists.none())
                .check(certificate, NOW)
                .passed())
        .isFalse();
    assertThat(
            CertificateProfile.signer(Mode.STRICT, TrustLists.none())
                .check(certificate, NOW)
                .passed())
        .isTrue();
    assertThat(signer(Mode.COMPAT).check(certificate, NOW).passed()).isTrue();
  }

  @Test
  void timeStampAuthorityMustBeMadeForNothingElse() {
    CertificateProfile profile = CertificateProfile.timeStamp(Mode.STRICT);
    assertThat(profile.check(ROOT.issue().timeStamping().make().certificate(), NOW).passed())
        .isTrue();
    assertThat(profile.check(ROOT.issue().make().certificate(), NOW).passed()).isFalse();
    assertThat(profile.check(ROOT.issue().purposes(TIME).make().certificate(), NOW).notes())
        .extracting(Note::why)
        .containsExactly("extended key usage must be critical, RFC 3161 2.3");
  }

  private static CertificateProfile signer(Mode mode) {
    return CertificateProfile.signer(mode, ROOT.trusted(TrustList.Kind.SIGNER));
  }
}
