package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ALGORITHM_UNSUPPORTED;
import static org.assay.provenance.status.StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT;
import static org.assay.provenance.status.StatusCode.ASSERTION_DATA_HASH_MALFORMED;
import static org.assay.provenance.status.StatusCode.ASSERTION_DATA_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_DATA_HASH_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class DataHashTest {
  private static final String LABEL = "c2pa.hash.data";
  private static final ByteRange MANIFEST = new ByteRange(100, 50);

  private final byte[] bytes = new byte[1000];

  DataHashTest() {
    new Random(5).nextBytes(bytes);
  }

  @Test
  void untouchedFileMatches() throws Exception {
    assertThat(codes(assertion(MANIFEST))).containsExactly(ASSERTION_DATA_HASH_MATCH);
  }

  @Test
  void onlyBytesOutsideTheExclusionCount() throws Exception {
    Map<String, Object> assertion = assertion(MANIFEST);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 4;
      boolean excluded = i >= MANIFEST.offset() && i < MANIFEST.end();
      assertThat(codes(assertion))
          .as("byte " + i)
          .containsExactly(excluded ? ASSERTION_DATA_HASH_MATCH : ASSERTION_DATA_HASH_MISMATCH);
      bytes[i] ^= 4;
    }
  }

  @Test
  void exclusionThatIsLargerThanTheManifestIsAMismatchThoughTheHashHolds() throws Exception {
    assertThat(codes(assertion(new ByteRange(100, 51))))
        .containsExactly(ASSERTION_DATA_HASH_MISMATCH, ASSERTION_DATA_HASH_MATCH);
    assertThat(codes(assertion(new ByteRange(99, 50))))
        .containsExactly(ASSERTION_DATA_HASH_MISMATCH, ASSERTION_DATA_HASH_MATCH);
  }

  @Test
  void exclusionWithoutAManifestInTheFileIsAMismatch() throws Exception {
    BoundFile file = BoundBytes.file(MediaType.JPEG, bytes, Optional.empty());
    assertThat(BoundBytes.codes(LABEL, assertion(MANIFEST), file))
        .contains(ASSERTION_DATA_HASH_MISMATCH);
    assertThat(BoundBytes.codes(LABEL, assertion(), file))
        .containsExactly(ASSERTION_DATA_HASH_MATCH);
  }

  @Test
  void manifestInTwoPiecesCannotBeExcluded() throws Exception {
    BoundFile file =
        new BoundFile(
            ByteSource.of(bytes),
            BoundBytes.container(
                MediaType.JPEG, List.of(new ByteRange(100, 50), new ByteRange(200, 50))),
            List.of());
    assertThat(BoundBytes.codes(LABEL, assertion(new ByteRange(100, 150)), file))
        .contains(ASSERTION_DATA_HASH_MISMATCH);
  }

  @Test
  void furtherExclusionsAreSaid() throws Exception {
    assertThat(codes(assertion(MANIFEST, new ByteRange(300, 4))))
        .containsExactly(
            ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT, ASSERTION_DATA_HASH_MATCH);
  }

  @Test
  void exclusionsThatOverlapOrHaveNoOrderAreMalformed() throws Exception {
    assertThat(codes(assertion(MANIFEST, new ByteRange(149, 4))))
        .containsExactly(ASSERTION_DATA_HASH_MALFORMED);
    assertThat(codes(assertion(new ByteRange(300, 4), MANIFEST)))
        .containsExactly(ASSERTION_DATA_HASH_MALFORMED);
  }

  @Test
  void exclusionBeyondTheFileIsAMismatch() throws Exception {
    assertThat(codes(assertion(MANIFEST, new ByteRange(990, 20))))
        .contains(ASSERTION_DATA_HASH_MISMATCH);
  }

  @Test
  void numbersBeyondEveryFileAreMalformed() throws Exception {
    Map<String, Object> assertion = assertion(MANIFEST);
    assertion.put("exclusions", List.of(map("start", -1L, "length", -1L)));
    assertThat(codes(assertion)).containsExactly(ASSERTION_DATA_HASH_MALFORMED);
  }

  @Test
  void fieldsThatAreMissingOrOfAnotherTypeAreMalformed() throws Exception {
    for (String key : List.of("hash", "pad")) {
      Map<String, Object> assertion = assertion(MANIFEST);
      assertion.remove(key);
      assertThat(codes(assertion)).as(key).containsExactly(ASSERTION_DATA_HASH_MALFORMED);
      assertion.put(key, "text");
      assertThat(codes(assertion)).as(key).containsExactly(ASSERTION_DATA_HASH_MALFORMED);
    }
    assertThat(codes(List.of())).containsExactly(ASSERTION_DATA_HASH_MALFORMED);
  }

  @Test
  void unknownAlgorithmIsSaidInTheWordsOfTheMode() throws Exception {
    Map<String, Object> assertion = assertion(MANIFEST);
    assertion.put("alg", "md5");
    assertThat(codes(assertion)).containsExactly(ALGORITHM_UNSUPPORTED);
    Slice encoded = CborItems.slice(assertion);
    assertThat(BoundBytes.codes(FileHardBindings.compatible(), LABEL, encoded, file()))
        .containsExactly(ASSERTION_DATA_HASH_MISMATCH);
  }

  @Test
  void updateManifestMayLengthenTheStore() throws Exception {
    Map<String, Object> assertion = assertion(MANIFEST, new ByteRange(300, 4));
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.write(bytes, 0, 150);
    longer.writeBytes(new byte[70]);
    longer.write(bytes, 150, 850);
    ByteRange grown = new ByteRange(100, 120);
    BoundFile file = BoundBytes.file(MediaType.PNG, longer.toByteArray(), Optional.of(grown));
    assertThat(BoundBytes.codes(LABEL, assertion, file)).contains(ASSERTION_DATA_HASH_MISMATCH);
    BoundFile updated = new BoundFile(file.bytes(), file.container(), List.of(), true);
    assertThat(BoundBytes.codes(LABEL, assertion, updated))
        .doesNotContain(ASSERTION_DATA_HASH_MISMATCH)
        .contains(ASSERTION_DATA_HASH_MATCH);
  }

  @RepeatedTest(200)
  void corruptedAssertionsGiveAStatusAndNothingElse(Random random) throws Exception {
    byte[] assertion = CborItems.encode(assertion(MANIFEST, new ByteRange(300, 4)));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      assertion[random.nextInt(assertion.length)] = (byte) random.nextInt(256);
    }
    byte[] cut = Arrays.copyOf(assertion, 1 + random.nextInt(assertion.length));
    assertThat(BoundBytes.codes(FileHardBindings.strict(), LABEL, Slice.of(cut), file()))
        .isNotEmpty();
  }

  private BoundFile file() {
    return BoundBytes.file(MediaType.PNG, bytes, Optional.of(MANIFEST));
  }

  private List<StatusCode> codes(Object assertion) throws Exception {
    return BoundBytes.codes(LABEL, assertion, file());
  }

  /** With the hash of the file as it is now, computed byte by byte. */
  private Map<String, Object> assertion(ByteRange... exclusions) {
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int at = i;
      if (Arrays.stream(exclusions).noneMatch(x -> at >= x.offset() && at < x.end())) {
        left.write(bytes[i]);
      }
    }
    List<Object> list = new ArrayList<>();
    for (ByteRange exclusion : exclusions) {
      list.add(map("start", exclusion.offset(), "length", exclusion.length()));
    }
    return map(
        "exclusions",
        list,
        "name",
        "jumbf manifest",
        "alg",
        "sha256",
        "hash",
        BoundBytes.sha256(left.toByteArray()),
        "pad",
        new byte[7]);
  }
}
