package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.container.Part.XmpPacket;
import org.assay.provenance.mark.Statement.Origin;
import org.assay.signal.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkRulesTest {
  private static final String UUID = "56c0ca36-7be1-4bce-a593-949f3ae4322e";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a1111 | TEXT | parameters | a cat Steps: 20, Sampler: Euler a, Seed: 1",
        "civitai | EXIF | UserComment | x Steps: 20, Sampler: Euler a, Civitai resources: []",
        "comfyui | TEXT | prompt | {\"3\": {\"inputs\": {}, \"class_type\": \"KSampler\"}}",
        "comfyui | EXIF | ImageDescription | Workflow: {\"last_node_id\": 1, \"nodes\": []}",
        "swarmui | EXIF | UserComment | {\"sui_image_params\": {}}",
        "fooocus | TEXT | parameters | {\"software\": \"RuinedFooocus\"}",
        "invokeai | TEXT | invokeai_metadata | {\"app_version\": \"4\"}",
        "invokeai | TEXT | Dream | \"a ball\" -s 50 -S 1234 -W 512",
        "tensorart | TEXT | generation_data | {\"prompt\": \"x\"}",
        "novelai | TEXT | Software | NovelAI",
        "midjourney | TEXT | Description | a cat --v 6 Job ID: " + UUID,
        "google-ai | IIM | 2:110 | Made with Google AI",
        "aigc-tc260 | TEXT | AIGC | {\"Label\":\"1\"}",
        "aigc-tc260 | EXIF | UserComment | {\"AIGC\":{\"Label\":\"3\"}}",
        "software-name | EXIF | Software | DALL-E 3",
        "hf-job-id | TEXT | hf-job-id | 1234"
      })
  void generatorIsKnownByWhatItWrites(String kind, Origin origin, String keyword, String text) {
    assertThat(find(new Statement(origin, keyword, text, "here")))
        .extracting(Mark::kind, Mark::ai)
        .contains(tuple(kind, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT | parameters | exposure=2s gain=100",
        "TEXT | parameters | Steps: 20 people walked",
        "TEXT | prompt | type your name",
        "TEXT | workflow | finished",
        "TEXT | Title | Steps: 20, Sampler: Euler a",
        "IIM | 2:120 | Steps: 20, Sampler: Euler a, Made with Google AI",
        "IIM | 2:110 | Not Made with Google AI",
        "TEXT | Description | a picture about Midjourney and its Job ID",
        "EXIF | Software | GIMP 2.10 (Forge Studio)",
        "EXIF | Software | Midjourneys End 1.0",
        "EXIF | Artist | 56c0ca36-7be1-4bce-a593-949f3ae4322e",
        "TEXT | AIGC | {\"Label\":\"0\"}",
        "TEXT | Dream | I had a dream"
      })
  void wordsAreNoMarks(Origin origin, String keyword, String text) {
    assertThat(find(new Statement(origin, keyword, text, "here"))).noneMatch(Mark::ai);
  }

  @Test
  void grokNeedsSignatureAndArtist() {
    Statement signature =
        new Statement(Origin.EXIF, "ImageDescription", "Signature: " + "Ab3+".repeat(20), "here");
    Statement artist = new Statement(Origin.EXIF, "Artist", UUID, "here");
    assertThat(find(signature)).isEmpty();
    assertThat(find(artist)).isEmpty();
    assertThat(find(signature, artist)).extracting(Mark::kind).containsExactly("grok");
  }

  @Test
  void xmpIsReadAsAttributeElementListAndResource() {
    String xmp =
        """
        <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
        <rdf:Description xmlns:a='urn:a/' xmlns:b='urn:b/' a:one='1'><b:two>2</b:two>
        <b:three><rdf:Alt><rdf:li xml:lang='x-default'>3</rdf:li></rdf:Alt></b:three>
        <b:four rdf:resource='4'/></rdf:Description></rdf:RDF>""";
    assertThat(statements(xmp, new ArrayList<>()))
        .extracting(Statement::keyword, Statement::text)
        .containsExactly(
            tuple("urn:a/one", "1"),
            tuple("urn:b/two", "2"),
            tuple("urn:b/three", "3"),
            tuple("urn:b/four", "4"));
  }

  @Test
  void entitiesAreNotExpandedAndWhatStandsBeforeTheFaultIsRead() {
    List<String> damage = new ArrayList<>();
    String bomb =
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
            + "<x xmlns:n='urn:n/'><n:before>1</n:before><n:after>&a;</n:after></x>";
    List<Statement> statements = statements(bomb, damage);
    assertThat(statements).extracting(Statement::text).containsExactly("1");
    assertThat(damage).isNotEmpty();
  }

  @Test
  void deepNestingIsDamageAndNoStackOverflow() {
    List<String> damage = new ArrayList<>();
    statements("<a>".repeat(100_000), damage);
    assertThat(damage).singleElement().asString().contains("nested deeper than");
  }

  @Test
  void valuesAreShortAndCleanOfControlCharacters() {
    String text = "\u202Emine\u0007 Steps: 1, Seed: 2\n" + "x".repeat(1000);
    Mark mark = find(new Statement(Origin.TEXT, "parameters", text, "a\u001Bb")).get(0);
    assertThat(mark.value()).hasSizeLessThanOrEqualTo(160).doesNotContain("\n", "\u0007", "\u202E");
    assertThat(mark.place()).isEqualTo("a b");
  }

  private static List<Mark> find(Statement... statements) {
    return MarkRules.find(List.of(statements));
  }

  private static List<Statement> statements(String xmp, List<String> damage) {
    Slice bytes = Slice.of(xmp.getBytes(StandardCharsets.UTF_8));
    return XmpProperties.read(new XmpPacket(bytes, "XMP"), damage);
  }
}
