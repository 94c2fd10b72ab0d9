package org.assay.provenance.validation;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.bytes;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.number;
import static org.assay.provenance.cbor.CborWriter.text;
import static org.assay.provenance.validation.TestManifest.sound;
import static org.assay.provenance.validation.TestManifest.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cose.CoseSignatureValidator;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.cose.TestCose;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TestIdentity;
import org.assay.provenance.trust.TrustList;
import org.junit.jupiter.api.Test;

class ContentRulesTest {
  private static final String EXIF = "\"@context\":{\"exif\":\"http://ns.adobe.com/exif/1.0/\"}";

  @Test
  void metadataHoldsOnlyFieldsOfTheList() throws Exception {
    assertThat(metadata("{" + EXIF + ",\"exif:FNumber\":\"4\"}")).isEmpty();
    assertThat(metadata("{" + EXIF + ",\"exif:Nonsense\":\"4\"}"))
        .containsExactly("assertion.metadata.disallowed");
    assertThat(metadata("{" + EXIF + ",\"tiff:Make\":\"4\"}"))
        .containsExactly("assertion.metadata.disallowed");
    assertThat(metadata("{\"@context\":{\"exif\":\"http://elsewhere/\"}}"))
        .containsExactly("assertion.metadata.disallowed");
  }

  @Test
  void brokenJsonIsNamed() throws Exception {
    ValidationReport report = Judged.of(sound(urn(1)).json("org.test", "{"));
    assertThat(Judged.failures(report)).containsExactly("assertion.json.invalid");
  }

  @Test
  void brokenCborIsNamed() throws Exception {
    ValidationReport report =
        Judged.of(sound(urn(1)).created("org.test", new byte[] {(byte) 0xFF}));
    assertThat(Judged.failures(report)).containsExactly("assertion.cbor.invalid");
  }

  @Test
  void hardBindingCannotLieInTheCloud() throws Exception {
    assertThat(cloud("c2pa.metadata", 10)).isEmpty();
    assertThat(cloud("c2pa.hash.data", 10)).containsExactly("assertion.cloud-data.hardBinding");
    assertThat(cloud("c2pa.metadata", 0)).containsExactly("assertion.cloud-data.malformed");
    ValidationReport report =
        Judged.of(sound(urn(1)).created("c2pa.cloud-data", map(text("label"), text("x"))));
    assertThat(report.error()).isPresent();
  }

  @Test
  void laterTimeStampsReachTheClaimThatTheySpeakOf() throws Exception {
    List<Slice> tokens = new ArrayList<>();
    TestManifest manifest =
        sound(urn(1)).created("c2pa.time-stamp", map(text(urn(1)), bytes(new byte[] {1, 2})));
    Judged.of(
        Mode.STRICT,
        TestManifest.store(manifest),
        claim -> {
          tokens.addAll(claim.timeStamps());
          return Judged.TRUSTED.validate(claim);
        },
        Judged.MATCHING);
    assertThat(tokens).containsExactly(Slice.of(new byte[] {1, 2}));
    ValidationReport wrong = Judged.of(sound(urn(1)).created("c2pa.time-stamp", array()));
    assertThat(Judged.failures(wrong)).contains("assertion.timestamp.malformed");
  }

  @Test
  void identityThatCannotBeReadKeepsTheManifestFromLoading() throws Exception {
    ValidationReport report =
        Judged.of(sound(urn(1)).created("cawg.identity", map(text("signature"), text("x"))));
    assertThat(Judged.failures(report)).containsExactly("assertion.required.missing");
  }

  @Test
  void hostileTextIsCarriedAsItIsAndHurtsNobody() throws Exception {
    String hostile = "\u001B[31m<script>\u202E' OR 1=1 --\n" + "x".repeat(50_000);
    ValidationReport report = Judged.of(sound(urn(1)).generator(hostile));
    assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
  }

  @Test
  void realSignatureOverTheClaimDecides() throws Exception {
    TestIdentity root = TestIdentity.root("CN=Root,O=Root");
    TestIdentity signer = root.issue().named("CN=Signer,O=Signer").make();
    CoseSignatureValidator validator =
        new CoseSignatureValidator(
            root.trusted(TrustList.Kind.SIGNER), Mode.STRICT, TestIdentity.NOW);
    TestManifest manifest =
        sound(urn(1)).signed(claim -> new TestCose(signer).payload(claim).build());
    ValidationReport good =
        Judged.of(Mode.STRICT, TestManifest.store(manifest), validator, Judged.MATCHING);
    assertThat(good.state()).as("%s", good.failures()).isEqualTo(ValidationState.TRUSTED);
    assertThat(good.signer().orElseThrow().commonName()).isEqualTo("Signer");
    TestManifest forged = sound(urn(1)).signed(claim -> new TestCose(signer).build());
    ValidationReport bad =
        Judged.of(Mode.STRICT, TestManifest.store(forged), validator, Judged.MATCHING);
    assertThat(Judged.failures(bad)).containsExactly("claimSignature.mismatch");
    assertThat(bad.state()).isEqualTo(ValidationState.INVALID);
  }

  @Test
  void nothingIsValidWithoutASignatureThatWasChecked() throws Exception {
    ValidationReport report =
        Judged.of(
            Mode.STRICT,
            TestManifest.store(sound(urn(1))),
            claim -> new SignatureReport(java.util.Optional.empty(), List.of()),
            Judged.MATCHING);
    assertThat(report.state()).isEqualTo(ValidationState.INVALID);
  }

  private static java.util.Set<String> metadata(String json) throws Exception {
    return Judged.failures(Judged.of(sound(urn(1)).json("c2pa.metadata", json)));
  }

  private static java.util.Set<String> cloud(String label, int size) throws Exception {
    byte[] location =
        map(
            text("url"),
            text("https://example.org/x"),
            text("alg"),
            text("sha256"),
            text("hash"),
            bytes(new byte[32]));
    byte[] data =
        map(text("label"), text(label), text("size"), number(size), text("location"), location);
    return Judged.failures(Judged.of(sound(urn(1)).created("c2pa.cloud-data", data)));
  }
}
