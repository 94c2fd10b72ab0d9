package org.assay.provenance.identity;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.bytes;
import static org.assay.provenance.cbor.CborWriter.join;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.number;
import static org.assay.provenance.cbor.CborWriter.tag;
import static org.assay.provenance.cbor.CborWriter.text;
import static org.assay.provenance.trust.TestIdentity.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cose.TestCose;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TestIdentity;
import org.assay.provenance.trust.TrustList.Kind;
import org.assay.provenance.trust.TrustLists;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RandomSeed.class)
class IdentityValidatorTest {
  private static final String HARD_BINDING = "self#jumbf=c2pa.assertions/c2pa.hash.data";
  private static final byte[] HASH = new byte[32];
  private static final Map<String, Slice> CLAIM = Map.of(HARD_BINDING, Slice.of(HASH));
  private static final String X509 = "cawg.x509.cose";
  private static final String AGGREGATION = "cawg.identity_claims_aggregation";
  private static final TestIdentity ROOT = TestIdentity.root("O=Sample,CN=Identity Root");
  private static final TestIdentity ACTOR =
      ROOT.issue().named("O=Sample Press,CN=Sample Journalist").make();
  private static final TrustLists LISTS = ROOT.trusted(Kind.IDENTITY);
  private static final KeyPair ISSUER = ROOT.issue().key("Ed25519").make().keys();

  @ParameterizedTest
  @EnumSource
  void certificateOfAnIdentityListIsTrusted(Mode mode) {
    byte[] payload = payload(X509, reference(HARD_BINDING, HASH));
    byte[] signature = new TestCose(ACTOR).payload(payload).build();
    IdentityReport report = validate(assertion(payload, signature), mode);
    assertThat(codes(report))
        .containsExactlyInAnyOrder(
            "cawg.x509.credential.trusted",
            "cawg.x509.signature.validated",
            "cawg.identity.well-formed");
    assertThat(report.signer().orElseThrow().issuer()).isEqualTo("Sample Press");
    assertThat(report.kind()).isEqualTo(X509);
  }

  @Test
  void certificateOfAListForSignersIsNot() {
    byte[] payload = payload(X509, reference(HARD_BINDING, HASH));
    byte[] signature = new TestCose(ACTOR).payload(payload).build();
    IdentityValidator validator =
        new IdentityValidator(
            ROOT.trusted(Kind.SIGNER), Set.of(), DidDocuments.none(), Mode.STRICT, NOW);
    assertThat(codes(validator.validate(Slice.of(assertion(payload, signature)), "", CLAIM)))
        .contains("cawg.x509.credential.untrusted", "cawg.identity.well-formed");
  }

  @ParameterizedTest
  @EnumSource
  void signatureOfAnotherPayloadOrKeyIsAMismatch(Mode mode) {
    byte[] payload = payload(X509, reference(HARD_BINDING, HASH));
    byte[] signature = new TestCose(ACTOR).payload(new byte[] {1}).build();
    assertThat(codes(validate(assertion(payload, signature), mode)))
        .contains("cawg.x509.signature.mismatch")
        .doesNotContain("cawg.identity.well-formed", "cawg.x509.signature.validated");
    assertThat(codes(validate(assertion(payload, new byte[10]), mode)))
        .containsExactly("cawg.x509.signature.mismatch");
  }

  @Test
  void signatureOverFieldsInAnotherOrderIsValidInStrictOnly() {
    byte[] payload =
        map(
            text("sig_type"),
            text(X509),
            text("referenced_assertions"),
            array(reference(HARD_BINDING, HASH)));
    byte[] item = assertion(payload, new TestCose(ACTOR).payload(payload).build());
    assertThat(codes(validate(item, Mode.STRICT))).contains("cawg.x509.signature.validated");
    assertThat(codes(validate(item, Mode.COMPAT))).contains("cawg.x509.signature.mismatch");
  }

  @ParameterizedTest
  @EnumSource
  void referencesAreThoseOfTheClaim(Mode mode) {
    byte[] other = HASH.clone();
    other[3] = 1;
    assertThat(codes(signed(mode, reference(HARD_BINDING, other))))
        .contains("cawg.identity.assertion.mismatch");
    assertThat(
            codes(
                signed(
                    mode,
                    reference(HARD_BINDING, HASH),
                    reference("self#jumbf=c2pa.assertions/c2pa.actions", HASH))))
        .contains("cawg.identity.assertion.mismatch");
    assertThat(codes(signed(mode, reference(HARD_BINDING, HASH), reference(HARD_BINDING, HASH))))
        .contains("cawg.identity.assertion.duplicate")
        .doesNotContain("cawg.identity.assertion.mismatch");
    assertThat(codes(signed(mode))).contains("cawg.identity.hard_binding_missing");
  }

  @Test
  void claimMayNameItsAssertionsFromTheRoot() {
    Map<String, Slice> claim =
        Map.of("self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/c2pa.hash.data", Slice.of(HASH));
    byte[] payload = payload(X509, reference(HARD_BINDING, HASH));
    byte[] item = assertion(payload, new TestCose(ACTOR).payload(payload).build());
    for (Mode mode : Mode.values()) {
      assertThat(codes(validator(mode).validate(Slice.of(item), "", claim)))
          .doesNotContain("cawg.identity.assertion.mismatch");
    }
  }

  @Test
  void paddingMustBeZeroAndKindsMustBeKnown() {
    byte[] payload = payload("com.sample.unknown", reference(HARD_BINDING, HASH));
    byte[] item =
        map(
            text("signer_payload"),
            payload,
            text("signature"),
            bytes(new byte[1]),
            text("pad1"),
            bytes(new byte[] {0, 0}),
            text("pad2"),
            bytes(new byte[] {0, 7}));
    assertThat(codes(validate(item, Mode.STRICT)))
        .containsExactlyInAnyOrder("cawg.identity.pad.invalid", "cawg.identity.sig_type.unknown");
    assertThat(codes(validate(map(), Mode.STRICT))).containsExactly("cawg.identity.cbor.invalid");
    assertThat(codes(validate(map(), Mode.COMPAT))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aggregationOfATrustedIssuerIsValid(Mode mode) throws Exception {
    IdentityReport report = aggregated(mode, Set.of(did()), credential(did(), ""));
    assertThat(codes(report)).containsExactly("cawg.ica.credential_valid");
    assertThat(report.issuer()).isEqualTo(did());
    assertThat(report.identities())
        .containsExactly(
            new VerifiedIdentity(
                "cawg.social_media",
                "",
                "somebody",
                "",
                "https://sample.example/somebody",
                "Sample Network"));
  }

  @ParameterizedTest
  @EnumSource
  void aggregationOfAnyOtherIssuerIsUntrusted(Mode mode) throws Exception {
    assertThat(codes(aggregated(mode, Set.of(), credential(did(), ""))))
        .containsExactly("cawg.ica.untrusted_issuer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T00:00:00Z|2026-11-25T00:00:00Z|cawg.ica.credential_valid",
        "2026-11-25T00:00:00Z|2026-11-26T00:00:00Z|cawg.ica.valid_from.invalid",
        "2026-11-20T00:00:00Z|2026-11-23T00:00:00+00:00|cawg.ica.valid_until.invalid",
        "yesterday|2026-11-25T00:00:00Z|cawg.ica.invalid_verifiable_credential"
      })
  void credentialIsValidForATime(String from, String until, String code) throws Exception {
    String credential =
        credential(did(), ",\"validUntil\":\"" + until + "\"")
            .replace("2026-11-01T00:00:00Z", from);
    assertThat(codes(aggregated(Mode.STRICT, Set.of(did()), credential))).containsExactly(code);
  }

  @Test
  void credentialWithFaultsIsNotValid() throws Exception {
    String good = credential(did(), "");
    fault(good.replace("\"validFrom\"", "\"validWhen\""), "cawg.ica.valid_from.missing");
    fault(good.replace(base64(HASH), base64(new byte[31])), "cawg.ica.signer_payload.mismatch");
    fault(good.replace("verifiedIdentities", "x"), "cawg.ica.invalid_verifiable_credential");
    fault("{", "cawg.ica.invalid_verifiable_credential");
    fault(good.replace("did:jwk:", "did:key:"), "cawg.ica.invalid_issuer");
    fault(good.replace(did(), "nobody"), "cawg.ica.invalid_issuer");
    fault(good.replace(did(), "did:jwk:e30"), "cawg.ica.invalid_did_document");
    fault(good.replace(did(), "did:web:sample.example"), "cawg.ica.did_unavailable");
    KeyPair another = ROOT.issue().key("Ed25519").make().keys();
    fault(good.replace(did(), did(another)), "cawg.ica.signature_mismatch");
  }

  @Test
  void headersOfTheCredentialMustBeRight() throws Exception {
    byte[] content = credential(did(), "").getBytes(StandardCharsets.UTF_8);
    byte[] wrongType = map(number(1), number(-8), number(3), text("application/json"));
    assertThat(codes(aggregated(Mode.STRICT, Set.of(did()), wrongType, content)))
        .contains("cawg.ica.invalid_content_type")
        .doesNotContain("cawg.ica.credential_valid");
    byte[] wrongAlgorithm = map(number(1), number(-257), number(3), text("application/vc"));
    assertThat(codes(aggregated(Mode.STRICT, Set.of(did()), wrongAlgorithm, content)))
        .containsExactly("cawg.ica.invalid_alg");
    byte[] payload = payload(AGGREGATION, reference(HARD_BINDING, HASH));
    assertThat(codes(validate(assertion(payload, new byte[3]), Mode.STRICT)))
        .containsExactly("cawg.ica.invalid_cose_sign1");
  }

  @Test
  void documentsOfWebSitesComeFromAFolder(@TempDir Path folder) throws Exception {
    String site = "did:web:sample.example";
    String document = "{\"id\":\"%s\",\"assertionMethod\":[{\"publicKeyJwk\":%s}]}";
    Files.writeString(
        folder.resolve("did_web_sample.example.json"), document.formatted(site, jwk(ISSUER)));
    Files.writeString(
        folder.resolve("did_web_other.example.json"), document.formatted(site, jwk(ISSUER)));
    DidDocuments documents = DidDocuments.folder(folder);
    assertThat(codes(web(documents, site))).containsExactly("cawg.ica.credential_valid");
    assertThat(codes(web(documents, "did:web:other.example")))
        .containsExactly("cawg.ica.did_unavailable");
    assertThat(documents.document("did:web:..")).isEqualTo(Optional.empty());
    assertThat(documents.document("did:web:a/b")).isEqualTo(Optional.empty());
  }

  @RepeatedTest(100)
  void corruptionGivesAReportAndNeverAnException(Random random) throws Exception {
    byte[] payload = payload(AGGREGATION, reference(HARD_BINDING, HASH));
    byte[] content = credential(did(), "").getBytes(StandardCharsets.UTF_8);
    byte[] header = map(number(1), number(-8), number(3), text("application/vc"));
    byte[] item = assertion(payload, sign(header, content));
    for (int i = random.nextInt(4); i >= 0; i--) {
      item[random.nextInt(item.length)] = (byte) random.nextInt(256);
    }
    byte[] cut = Arrays.copyOf(item, random.nextInt(item.length));
    for (Mode mode : Mode.values()) {
      assertThat(validate(item, mode)).isNotNull();
      assertThat(codes(validate(cut, mode))).doesNotContain("cawg.ica.credential_valid");
    }
  }

  private static void fault(String credential, String code) throws Exception {
    assertThat(codes(aggregated(Mode.STRICT, Set.of(did()), credential)))
        .contains(code)
        .doesNotContain("cawg.ica.credential_valid");
  }

  private static IdentityReport web(DidDocuments documents, String site) throws Exception {
    byte[] payload = payload(AGGREGATION, reference(HARD_BINDING, HASH));
    byte[] content = credential(site, "").getBytes(StandardCharsets.UTF_8);
    byte[] header = map(number(1), number(-8), number(3), text("application/vc"));
    return new IdentityValidator(LISTS, Set.of(site), documents, Mode.STRICT, NOW)
        .validate(Slice.of(assertion(payload, sign(header, content))), "", CLAIM);
  }

  private static IdentityReport aggregated(Mode mode, Set<String> issuers, String credential)
      throws Exception {
    byte[] header = map(number(1), number(-8), number(3), text("application/vc"));
    return aggregated(mode, issuers, header, credential.getBytes(StandardCharsets.UTF_8));
  }

  private static IdentityReport aggregated(
      Mode mode, Set<String> issuers, byte[] header, byte[] content) throws Exception {
    byte[] payload = payload(AGGREGATION, reference(HARD_BINDING, HASH));
    return new IdentityValidator(LISTS, issuers, DidDocuments.none(), mode, NOW)
        .validate(Slice.of(assertion(payload, sign(header, content))), "", CLAIM);
  }

  private static byte[] sign(byte[] header, byte[] content) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(ISSUER.getPrivate());
    signature.update(array(text("Signature1"), bytes(header), bytes(new byte[0]), bytes(content)));
    return tag(18, array(bytes(header), map(), bytes(content), bytes(signature.sign())));
  }

  private static String credential(String issuer, String more) {
    return """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
        "issuer":"%s","validFrom":"2026-11-01T00:00:00Z"%s,"credentialSubject":{
        "verifiedIdentities":[{"type":"cawg.social_media","username":"somebody",
        "uri":"https://sample.example/somebody","verifiedAt":"2026-10-01T00:00:00Z",
        "provider":{"id":"https://sample.example","name":"Sample Network"}}],
        "c2paAsset":{"referenced_assertions":[{"url":"%s","hash":"%s"}],
        "sig_type":"cawg.identity_claims_aggregation"}}}
        """
        .formatted(issuer, more, HARD_BINDING, base64(HASH));
  }

  private static String did() {
    return did(ISSUER);
  }

  private static String did(KeyPair keys) {
    return "did:jwk:"
        + Base64.getUrlEncoder().encodeToString(jwk(keys).getBytes(StandardCharsets.UTF_8));
  }

  private static String jwk(KeyPair keys) {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}"
        .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static IdentityReport signed(Mode mode, byte[]... references) {
    byte[] payload = payload(X509, references);
    return validate(assertion(payload, new TestCose(ACTOR).payload(payload).build()), mode);
  }

  private static byte[] assertion(byte[] payload, byte[] signature) {
    return map(
        text("signer_payload"),
        payload,
        text("signature"),
        bytes(signature),
        text("pad1"),
        bytes(new byte[5]));
  }

  private static byte[] payload(String kind, byte[]... references) {
    return join(
        new byte[] {(byte) 0xA2},
        text("referenced_assertions"),
        array(references),
        text("sig_type"),
        text(kind));
  }

  private static byte[] reference(String url, byte[] hash) {
    return map(text("url"), text(url), text("hash"), bytes(hash));
  }

  private static IdentityReport validate(byte[] item, Mode mode) {
    return validator(mode).validate(Slice.of(item), "", CLAIM);
  }

  private static IdentityValidator validator(Mode mode) {
    return new IdentityValidator(LISTS, Set.of(), DidDocuments.none(), mode, NOW);
  }

  private static List<String> codes(IdentityReport report) {
    return report.statuses().stream()
        .map(status -> status.code().code())
        .collect(Collectors.toList());
  }
}
