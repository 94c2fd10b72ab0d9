package org.assay.app.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.ValidatedCredentials;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceOutputTest {
  private static final String HOSTILE = "urn:c2pa:\u001B[31mred\u202E" + "x".repeat(2000);
  private static final byte[] GIF = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  @Test
  void fileWithoutManifestIsAbsentAndNotInvalid() throws Exception {
    ValidatedCredentials none = validate(write("plain.gif", GIF));
    assertThat(ProvenanceTree.lines(none)).containsExactly("  no Content Credentials");
    JsonNode line = ProvenanceJson.line("plain.gif", none);
    assertThat(line.get("state").isNull()).isTrue();
    assertThat(line.get("present").booleanValue()).isFalse();
    assertThat(line.has("error")).isFalse();
  }

  @Test
  void otherMarksOfTheFileAreNamedToo() throws Exception {
    String packet =
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
            + " Iptc4xmpExt:DigitalSourceType='trainedAlgorithmicMedia'/></rdf:RDF></x:xmpmeta>";
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><metadata>" + packet + "</metadata></svg>";
    Path file = write("marked.svg", svg.getBytes(StandardCharsets.UTF_8));
    JsonNode line = ProvenanceJson.line("marked.svg", validate(file));
    assertThat(line.at("/marks/0/kind").textValue()).isEqualTo("iptc-dst");
    assertThat(line.at("/marks/0/value").textValue()).contains("trainedAlgorithmicMedia");
    assertThat(line.at("/marks/0/ai").booleanValue()).isTrue();
    assertThat(ProvenanceJson.line("plain.gif", validate(write("plain.gif", GIF))).has("marks"))
        .isFalse();
  }

  @Test
  void storeBesideTheFileIsTakenWithOrWithoutTheEndingOfItsName() throws Exception {
    for (String name : List.of("photo.c2pa", "photo.gif.c2pa")) {
      Path sidecar = write(name, store("urn:c2pa:1"));
      JsonNode line = ProvenanceJson.line("photo.gif", validate(write("photo.gif", GIF)));
      assertThat(line.get("present").booleanValue()).isTrue();
      assertThat(line.get("state").textValue()).isEqualTo("Invalid");
      assertThat(line.get("sidecar").textValue()).endsWith(name);
      Files.delete(sidecar);
    }
  }

  @Test
  void hostileTextIsCleanedAndBounded() throws Exception {
    ValidatedCredentials credentials = validate(write("x.c2pa", store(HOSTILE)));
    JsonNode line = ProvenanceJson.line("x.c2pa", credentials);
    assertThat(line.at("/active/label").textValue())
        .startsWith("urn:c2pa: [31mred x")
        .hasSizeLessThan(600);
    assertThat(line.get("error").textValue()).doesNotContain("\u001B", "\u202E");
    assertThat(ProvenanceTree.lines(credentials))
        .allSatisfy(text -> assertThat(text).hasSizeLessThan(1000).doesNotContain("\u001B"));
  }

  @Test
  void reportOfABrokenStoreStillNamesWhatCanBeRead() throws Exception {
    JsonNode report = ReferenceReport.of("x", validate(write("x.c2pa", store("urn:c2pa:7"))));
    assertThat(report.get("active_manifest").textValue()).isEqualTo("urn:c2pa:7");
    assertThat(report.at("/manifests/urn:c2pa:7/label").textValue()).isEqualTo("urn:c2pa:7");
    assertThat(report.get("validation_state").textValue()).isEqualTo("Invalid");
    assertThat(report.at("/validation_status/0/code").textValue()).isEqualTo("claim.missing");
  }

  @Test
  void cborIsShownAsJson() throws Exception {
    // {"a": [1, -1, h'0102', true, null, 1.5], 2: 0("2024")}
    byte[] cbor = HexFormat.of().parseHex("a2616186" + "0120420102f5f6f93e00" + "02c06432303234");
    assertThat(CborJson.of(Cbor.decode(Slice.of(cbor))).toString())
        .isEqualTo("{\"a\":[1,-1,\"AQI=\",true,null,1.5],\"2\":\"2024\"}");
  }

  private static ValidatedCredentials validate(Path file) throws Exception {
    return new ProvenanceValidator(TrustLists.none(), Mode.STRICT, Clock.systemUTC())
        .validate(file);
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  /** A store of one manifest that holds nothing. */
  private static byte[] store(String label) {
    return superBox("c2pa", "c2pa", superBox("c2ma", label, new byte[0]));
  }

  private static byte[] superBox(String kind, String label, byte[] content) {
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    description.writeBytes(kind.getBytes(StandardCharsets.US_ASCII));
    description.writeBytes(HexFormat.of().parseHex("00110010800000aa00389b71" + "03"));
    description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
    description.write(0);
    ByteArrayOutputStream children = new ByteArrayOutputStream();
    children.writeBytes(box("jumd", description.toByteArray()));
    children.writeBytes(content);
    return box("jumb", children.toByteArray());
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }
}
