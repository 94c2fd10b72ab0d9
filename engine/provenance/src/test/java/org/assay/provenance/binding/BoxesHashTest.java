package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT;
import static org.assay.provenance.status.StatusCode.ASSERTION_BOXES_HASH_MALFORMED;
import static org.assay.provenance.status.StatusCode.ASSERTION_BOXES_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_BOXES_HASH_MISMATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assay.media.MediaType;
import org.assay.provenance.SampleFiles;
import org.assay.provenance.SampleFiles.Sample;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.status.StatusCode;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(RandomSeed.class)
class BoxesHashTest {
  private static final String LABEL = "c2pa.hash.boxes";

  static Stream<Sample> samples() {
    return Stream.of(SampleFiles.jpeg(), SampleFiles.png(), SampleFiles.gif(), SampleFiles.jxl());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void boxesCoverTheFileWithoutGaps(Sample sample) throws Exception {
    long at = 0;
    for (NamedBox box : boxes(sample)) {
      if (!box.name().startsWith("RST")) { // within their scan
        assertThat(box.range().offset()).isEqualTo(at);
        at = box.range().end();
      }
    }
    assertThat(at).isEqualTo(sample.bytes().length);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyByteButTheManifestCounts(Sample sample) throws Exception {
    Object assertion = assertion(entries(sample));
    assertThat(codes(sample, sample.bytes(), assertion))
        .containsExactly(ASSERTION_BOXES_HASH_MATCH);
    ByteRange manifest = manifest(sample);
    for (int i = 0; i < sample.bytes().length; i++) {
      byte[] changed = sample.bytes().clone();
      changed[i] ^= 0x10;
      List<StatusCode> codes = codes(sample, changed, assertion);
      if (i < manifest.offset() || i >= manifest.end()) {
        assertThat(codes).as("byte " + i).doesNotContain(ASSERTION_BOXES_HASH_MATCH);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void boxesInAnotherOrderAreUnknown(Sample sample) throws Exception {
    List<Map<String, Object>> entries = entries(sample);
    Collections.swap(entries, 0, 1);
    assertThat(codes(sample, sample.bytes(), assertion(entries)))
        .containsExactly(ASSERTION_BOXES_HASH_UNKNOWN_BOX);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void boxThatIsNotListedIsUnknown(Sample sample) throws Exception {
    List<Map<String, Object>> entries = entries(sample);
    entries.remove(entries.size() - 1);
    Object assertion = assertion(entries);
    assertThat(codes(sample, sample.bytes(), assertion))
        .containsExactly(ASSERTION_BOXES_HASH_UNKNOWN_BOX);
    assertThat(
            BoundBytes.codes(
                FileHardBindings.compatible(),
                LABEL,
                CborItems.slice(assertion),
                file(sample.type(), sample.bytes())))
        .containsExactly(ASSERTION_BOXES_HASH_MISMATCH);
  }

  @Test
  void boxesMayShareAnEntry() throws Exception {
    Sample sample = SampleFiles.png();
    List<NamedBox> boxes = boxes(sample);
    int manifest = indexOfManifest(boxes);
    List<Map<String, Object>> entries =
        List.of(
            entry(sample, boxes.subList(0, manifest)),
            entry(sample, boxes.subList(manifest, manifest + 1)),
            entry(sample, boxes.subList(manifest + 1, boxes.size())));
    assertThat(codes(sample, sample.bytes(), assertion(entries)))
        .containsExactly(ASSERTION_BOXES_HASH_MATCH);
    List<Map<String, Object>> all = List.of(entry(sample, boxes));
    assertThat(codes(sample, sample.bytes(), assertion(all)))
        .containsExactly(ASSERTION_BOXES_HASH_MISMATCH);
  }

  @Test
  void excludedBoxIsSaid() throws Exception {
    Sample sample = SampleFiles.png();
    List<Map<String, Object>> entries = entries(sample);
    entries.get(entries.size() - 2).put("excluded", true);
    entries.get(entries.size() - 2).put("hash", new byte[0]);
    assertThat(codes(sample, sample.bytes(), assertion(entries)))
        .containsExactly(
            ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT, ASSERTION_BOXES_HASH_MATCH);
  }

  @Test
  void exclusionsAreForMetadataOnly() throws Exception {
    Sample sample = SampleFiles.jpeg();
    List<NamedBox> boxes = boxes(sample);
    for (int i = 0; i < boxes.size(); i++) {
      NamedBox box = boxes.get(i);
      if (box.is(NamedBox.C2PA)) {
        continue;
      }
      List<Map<String, Object>> entries = entries(sample);
      ByteRange excluded = box.metadata().orElse(new ByteRange(box.range().offset(), 1));
      long start = excluded.offset() - box.range().offset();
      entries
          .get(i)
          .put(
              "exclusions",
              List.of(map("start", start, "length", excluded.length(), "boxIndex", 0)));
      entries.get(i).put("hash", hashWithout(sample, box.range(), excluded));
      assertThat(codes(sample, sample.bytes(), assertion(entries)))
          .as(box.name())
          .contains(
              box.metadata().isPresent()
                  ? ASSERTION_BOXES_HASH_MATCH
                  : ASSERTION_BOXES_HASH_MISMATCH);
    }
  }

  @Test
  void exclusionInABoxThatIsNotThereIsMalformed() throws Exception {
    Sample sample = SampleFiles.jpeg();
    List<Map<String, Object>> entries = entries(sample);
    entries.get(0).put("exclusions", List.of(map("start", 0, "length", 1, "boxIndex", 7)));
    assertThat(codes(sample, sample.bytes(), assertion(entries)))
        .containsExactly(ASSERTION_BOXES_HASH_MALFORMED);
    entries.get(0).put("exclusions", List.of());
    assertThat(codes(sample, sample.bytes(), assertion(entries)))
        .containsExactly(ASSERTION_BOXES_HASH_MALFORMED);
  }

  @Test
  void formatsWithoutNamedBoxesDoNotMatch() throws Exception {
    Sample sample = SampleFiles.png();
    assertThat(
            BoundBytes.codes(
                LABEL, assertion(entries(sample)), file(MediaType.TIFF, sample.bytes())))
        .containsExactly(ASSERTION_BOXES_HASH_MISMATCH);
  }

  @Test
  void emptyFilesDoNotMatch() throws Exception {
    for (Sample sample : samples().toList()) {
      assertThat(codes(sample, new byte[0], assertion(entries(sample))))
          .containsExactly(ASSERTION_BOXES_HASH_MISMATCH);
    }
  }

  @RepeatedTest(50)
  void corruptedAndTruncatedFilesGiveAStatusAndNothingElse(Random random) throws Exception {
    for (Sample sample : samples().toList()) {
      byte[] bytes = sample.bytes().clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      Slice assertion = CborItems.slice(assertion(entries(sample)));
      assertThat(
              BoundBytes.codes(
                  FileHardBindings.strict(), LABEL, assertion, file(sample.type(), cut)))
          .isNotEmpty();
    }
  }

  private static List<StatusCode> codes(Sample sample, byte[] bytes, Object assertion)
      throws Exception {
    return BoundBytes.codes(LABEL, assertion, file(sample.type(), bytes));
  }

  private static BoundFile file(MediaType type, byte[] bytes) {
    return BoundBytes.file(type, bytes, Optional.empty());
  }

  private static List<NamedBox> boxes(Sample sample) throws Exception {
    BoxList list = BoxList.forFormat(file(sample.type(), sample.bytes())).orElseThrow();
    return list.of(Span.of(ByteSource.of(sample.bytes())));
  }

  private static int indexOfManifest(List<NamedBox> boxes) {
    return boxes.stream().map(NamedBox::name).toList().indexOf(NamedBox.C2PA);
  }

  private static ByteRange manifest(Sample sample) throws Exception {
    List<NamedBox> boxes = boxes(sample);
    return boxes.get(indexOfManifest(boxes)).range();
  }

  private static List<Map<String, Object>> entries(Sample sample) throws Exception {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (NamedBox box : boxes(sample)) {
      entries.add(entry(sample, List.of(box)));
    }
    return entries;
  }

  private static Map<String, Object> entry(Sample sample, List<NamedBox> boxes) {
    long start = boxes.get(0).range().offset();
    ByteRange all = new ByteRange(start, boxes.get(boxes.size() - 1).range().end() - start);
    boolean manifest = boxes.size() == 1 && boxes.get(0).is(NamedBox.C2PA);
    byte[] hash = manifest ? new byte[1] : hashWithout(sample, all, new ByteRange(start, 0));
    return map(
        "names",
        boxes.stream().map(NamedBox::name).toList(),
        "alg",
        "sha256",
        "hash",
        hash,
        "pad",
        new byte[0]);
  }

  private static byte[] hashWithout(Sample sample, ByteRange all, ByteRange excluded) {
    byte[] bytes = sample.bytes();
    return BoundBytes.sha256(
        Arrays.copyOfRange(bytes, (int) all.offset(), (int) excluded.offset()),
        Arrays.copyOfRange(bytes, (int) excluded.end(), (int) all.end()));
  }

  private static Object assertion(List<Map<String, Object>> entries) {
    return map("boxes", entries);
  }
}
