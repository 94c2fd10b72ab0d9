package org.assay.provenance.validation;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.number;
import static org.assay.provenance.cbor.CborWriter.text;
import static org.assay.provenance.validation.TestManifest.sound;
import static org.assay.provenance.validation.TestManifest.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.SampleStore;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.CborWriter;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.junit.jupiter.api.Test;

class ManifestRulesTest {

  @Test
  void soundManifestIsTrusted() throws Exception {
    ValidationReport report = Judged.of(sound(urn(1)));
    assertThat(report.error()).isEmpty();
    assertThat(report.failures()).isEmpty();
    assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    assertThat(report.active())
        .extracting(status -> status.code().code())
        .containsOnlyOnce("assertion.dataHash.match")
        .contains("assertion.hashedURI.match");
  }

  @Test
  void signerThatNobodyVouchesForLeavesAnIntactManifestValid() throws Exception {
    ManifestStore store = TestManifest.store(sound(urn(1)));
    ValidationReport report =
        Judged.of(
            Mode.STRICT,
            store,
            claim ->
                new SignatureReport(
                    java.util.Optional.empty(),
                    List.of(
                        new Status(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED, claim.url(), ""),
                        new Status(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY, claim.url(), ""),
                        new Status(StatusCode.CLAIM_SIGNATURE_VALIDATED, claim.url(), ""))),
            Judged.MATCHING);
    assertThat(report.state()).isEqualTo(ValidationState.VALID);
  }

  @Test
  void changedAssertionDoesNotMatchItsHash() throws Exception {
    byte[] box = sound(urn(1)).box();
    int at = indexOf(box, "trainedAlgorithmicMedia");
    box[at] ^= 1;
    ValidationReport report = Judged.of(Mode.COMPAT, parse(box));
    assertThat(Judged.failures(report)).containsExactly("assertion.hashedURI.mismatch");
    assertThat(report.state()).isEqualTo(ValidationState.INVALID);
  }

  @Test
  void assertionThatTheClaimDoesNotNameRefusesTheStore() throws Exception {
    ValidationReport report =
        Judged.of(sound(urn(1)).unclaimed("org.test", map(text("a"), number(1))));
    assertThat(report.error()).isPresent();
    assertThat(report.state()).isEqualTo(ValidationState.INVALID);
    assertThat(Judged.failures(report)).contains("assertion.undeclared");
  }

  @Test
  void assertionThatIsGoneIsMissing() throws Exception {
    TestManifest manifest =
        sound(urn(1)).created("org.test", map(text("a"), number(1))).removed("org.test");
    assertThat(Judged.failures(Judged.of(manifest))).containsExactly("assertion.missing");
  }

  @Test
  void signatureElsewhereIsMissing() throws Exception {
    TestManifest manifest =
        sound(urn(1)).signature("self#jumbf=/c2pa/" + urn(2) + "/c2pa.signature");
    assertThat(Judged.failures(Judged.of(manifest))).containsExactly("claimSignature.missing");
  }

  @Test
  void labelThatIsNoUrnMakesTheClaimMalformed() throws Exception {
    assertThat(Judged.failures(Judged.of(sound("urn:other:1")))).containsExactly("claim.malformed");
    assertThat(Judged.failures(Judged.of(sound(urn(1) + ":vendor:2_1")))).isEmpty();
    assertThat(Judged.failures(Judged.of(sound(urn(1) + ":ven dor"))))
        .containsExactly("claim.malformed");
  }

  @Test
  void generatorNeedsAName() throws Exception {
    assertThat(Judged.failures(Judged.of(sound(urn(1)).generator(""))))
        .containsExactly("claim.malformed");
  }

  @Test
  void claimWithAnUnknownFieldIsRefused() throws Exception {
    ValidationReport report = Judged.of(sound(urn(1)).field("extra", number(1)));
    assertThat(report.error()).hasValueSatisfying(error -> assertThat(error).contains("extra"));
    assertThat(Judged.failures(report)).containsExactly("claim.malformed");
  }

  @Test
  void manifestWithoutHardBindingIsRefusedAndSaysSo() throws Exception {
    ValidationReport report = Judged.of(sound(urn(1)).without("c2pa.hash.data"));
    assertThat(report.error()).isPresent();
    assertThat(Judged.failures(report)).contains("claim.hardBindings.missing");
  }

  @Test
  void twoHardBindingsAreOneTooMany() throws Exception {
    TestManifest manifest = sound(urn(1)).created("c2pa.hash.boxes", map(text("boxes"), array()));
    assertThat(Judged.failures(Judged.of(manifest)))
        .containsExactly("assertion.multipleHardBindings");
  }

  @Test
  void hardBindingThatWasTakenOverFromOthersDoesNotBind() throws Exception {
    TestManifest manifest =
        sound(urn(1))
            .without("c2pa.hash.data")
            .gathered("c2pa.hash.data", map(text("name"), text("x")));
    assertThat(Judged.failures(Judged.of(manifest))).contains("claim.hardBindings.missing");
  }

  @Test
  void everyPartOfAManifestIsNeeded() throws Exception {
    byte[] box = sound(urn(1)).box();
    for (String part : List.of("c2cl", "c2cs", "c2as")) {
      byte[] broken = box.clone();
      broken[indexOf(broken, "jumd" + part) + 4] = 'x';
      ValidationReport report = Judged.of(Mode.COMPAT, parse(broken));
      assertThat(report.error()).as(part).isPresent();
      assertThat(report.state()).as(part).isEqualTo(ValidationState.INVALID);
    }
  }

  @Test
  void lengthBeyondTheEndIsForgivenByTheReferenceAlone() throws Exception {
    byte[] box = SampleStore.superBox("c2pa", "c2pa", sound(urn(1)).box());
    box[0] = 0x7F;
    ManifestStore store = ManifestStore.parse(Slice.of(box));
    assertThat(Judged.of(Mode.COMPAT, store).state()).isEqualTo(ValidationState.TRUSTED);
    assertThat(Judged.of(Mode.STRICT, store).state()).isEqualTo(ValidationState.INVALID);
  }

  @Test
  void noTruncationAndNoFlippedByteInTheAssertionsIsAccepted() throws Exception {
    byte[] whole = SampleStore.superBox("c2pa", "c2pa", sound(urn(1)).box());
    for (int cut = 0; cut < whole.length; cut++) {
      assertNotTrusted(Arrays.copyOf(whole, cut));
    }
    int claim = indexOf(whole, "jumdc2as");
    int end = indexOf(whole, "jumdc2cl") - 8;
    for (int at = claim; at < end; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      assertNotTrusted(flipped);
    }
  }

  private static void assertNotTrusted(byte[] bytes) throws Exception {
    try {
      ManifestStore store = ManifestStore.parse(Slice.of(bytes));
      assertThat(Judged.of(Mode.STRICT, store).state()).isEqualTo(ValidationState.INVALID);
    } catch (MediaException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  private static ManifestStore parse(byte[] manifest) throws MediaException {
    return ManifestStore.parse(
        Slice.of(SampleStore.superBox("c2pa", "c2pa", CborWriter.join(manifest))));
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
