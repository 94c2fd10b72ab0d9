package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_MALFORMED;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_BMFF_HASH_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assay.media.MediaType;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class BmffHashTest {
  private static final String V3 = "c2pa.hash.bmff.v3";
  private static final String STCO = "/moov/trak/mdia/minf/stbl/stco";

  private final byte[] ftyp = Movie.ftyp();
  private final byte[] manifest = Movie.manifest();
  private final byte[] moov = Movie.moov();
  private final byte[] mdat = Movie.mdat(300, new Random(3));
  private final byte[] file = Movie.join(List.of(ftyp, manifest, moov, mdat));
  private final long moovAt = (long) ftyp.length + manifest.length;
  private final long mdatAt = moovAt + moov.length;

  @Test
  void offsetsOfBoxesThatAreNotExcludedAreHashedFromVersionTwoOn() throws Exception {
    byte[] withOffsets =
        BoundBytes.sha256(BoundBytes.u64(moovAt), moov, BoundBytes.u64(mdatAt), mdat);
    byte[] without = BoundBytes.sha256(moov, mdat);
    assertThat(codes(V3, assertion(withOffsets))).containsExactly(ASSERTION_BMFF_HASH_MATCH);
    assertThat(codes("c2pa.hash.bmff.v2", assertion(withOffsets)))
        .containsExactly(ASSERTION_BMFF_HASH_MATCH);
    assertThat(codes("c2pa.hash.bmff", assertion(without)))
        .containsExactly(ASSERTION_BMFF_HASH_MATCH);
    assertThat(codes(V3, assertion(without))).containsExactly(ASSERTION_BMFF_HASH_MISMATCH);
    assertThat(codes("c2pa.hash.bmff.v4", assertion(withOffsets)))
        .containsExactly(ASSERTION_BMFF_HASH_MALFORMED);
  }

  @Test
  void everyByteOfWhatIsNotExcludedCounts() throws Exception {
    Object assertion =
        assertion(BoundBytes.sha256(BoundBytes.u64(moovAt), moov, BoundBytes.u64(mdatAt), mdat));
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      List<StatusCode> codes = codes(V3, changed, assertion);
      boolean inMedia = i >= moovAt;
      if (inMedia) {
        assertThat(codes).as("byte " + i).containsExactly(ASSERTION_BMFF_HASH_MISMATCH);
      }
    }
    byte[] brand = file.clone();
    brand[9] ^= 1;
    assertThat(codes(V3, brand, assertion)).containsExactly(ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void exclusionsOfAllBoxesOfAPathAreSaid() throws Exception {
    byte[] zeroed = without(moov, "stco", 0, 1, 2);
    Map<String, Object> assertion =
        assertion(BoundBytes.sha256(BoundBytes.u64(moovAt), zeroed, BoundBytes.u64(mdatAt), mdat));
    exclude(assertion, map("xpath", STCO));
    assertThat(codes(V3, assertion))
        .containsExactly(
            ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT, ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void indexChoosesOneBox() throws Exception {
    byte[] second = without(moov, "stco", 0, 2);
    Map<String, Object> assertion =
        assertion(BoundBytes.sha256(BoundBytes.u64(moovAt), second, BoundBytes.u64(mdatAt), mdat));
    exclude(assertion, map("xpath", "/moov/trak[2]/mdia/minf/stbl/stco"));
    assertThat(codes(V3, assertion)).contains(ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void subsetKeepsTheOffsetOfTheBox() throws Exception {
    byte[] head = Arrays.copyOf(mdat, 16);
    Map<String, Object> assertion =
        assertion(BoundBytes.sha256(BoundBytes.u64(moovAt), moov, BoundBytes.u64(mdatAt), head));
    exclude(assertion, map("xpath", "/mdat", "subset", List.of(map("offset", 16, "length", 0))));
    assertThat(codes(V3, assertion)).contains(ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void lengthVersionAndFlagsChooseBoxes() throws Exception {
    byte[] all = BoundBytes.sha256(BoundBytes.u64(moovAt), moov, BoundBytes.u64(mdatAt), mdat);
    byte[] zeroed = without(moov, "stco", 0, 1, 2);
    byte[] excluded =
        BoundBytes.sha256(BoundBytes.u64(moovAt), zeroed, BoundBytes.u64(mdatAt), mdat);
    byte[] flags = {0, 0, 2};
    byte[] more = {0, 0, 3};
    assertExcludes(true, excluded, map("xpath", STCO, "length", 20));
    assertExcludes(false, all, map("xpath", STCO, "length", 21));
    assertExcludes(true, excluded, map("xpath", STCO, "version", 1));
    assertExcludes(false, all, map("xpath", STCO, "version", 0));
    assertExcludes(true, excluded, map("xpath", STCO, "flags", flags));
    assertExcludes(false, all, map("xpath", STCO, "flags", more));
    assertExcludes(true, excluded, map("xpath", STCO, "flags", flags, "exact", false));
    assertExcludes(false, all, map("xpath", STCO, "flags", more, "exact", false));
    byte[] content = new ByteBuilder().u32(99).build();
    byte[] other = new ByteBuilder().u32(98).build();
    assertExcludes(
        true, excluded, map("xpath", STCO, "data", List.of(map("offset", 16, "value", content))));
    assertExcludes(
        false, all, map("xpath", STCO, "data", List.of(map("offset", 16, "value", other))));
  }

  private void assertExcludes(boolean expected, byte[] hash, Object exclusion) throws Exception {
    Map<String, Object> assertion = assertion(hash);
    exclude(assertion, exclusion);
    assertThat(codes(V3, assertion))
        .as("%s excludes: %s", exclusion, expected)
        .contains(ASSERTION_BMFF_HASH_MATCH);
  }

  @Test
  void exclusionsThatAreMissingOrHaveNoOrderAreMalformed() throws Exception {
    Map<String, Object> none = assertion(new byte[32]);
    none.put("exclusions", List.of());
    assertThat(codes(V3, none)).containsExactly(ASSERTION_BMFF_HASH_MALFORMED);
    List<Object> backwards = List.of(map("offset", 4, "length", 4), map("offset", 0, "length", 4));
    List<Object> overlapping =
        List.of(map("offset", 0, "length", 6), map("offset", 4, "length", 4));
    for (List<Object> subset : List.of(backwards, overlapping)) {
      Map<String, Object> assertion = assertion(new byte[32]);
      exclude(assertion, map("xpath", "/mdat", "subset", subset));
      assertThat(codes(V3, assertion)).containsExactly(ASSERTION_BMFF_HASH_MALFORMED);
    }
    Map<String, Object> neither = assertion(new byte[32]);
    neither.remove("hash");
    assertThat(codes(V3, neither)).containsExactly(ASSERTION_BMFF_HASH_MALFORMED);
  }

  @Test
  void boxThatLeadsOutOfTheFileIsAMismatch() throws Exception {
    byte[] cut =
        Movie.join(List.of(ftyp, manifest, moov, mdat, new byte[] {0, 0, 1, 0, 1, 1, 1, 1}));
    assertThat(codes(V3, cut, assertion(new byte[32])))
        .containsExactly(ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    byte[] box = Movie.box("free");
    for (int i = 0; i < 100; i++) {
      box = Movie.box("moov", box);
    }
    assertThat(codes(V3, box, assertion(new byte[32])))
        .containsExactly(ASSERTION_BMFF_HASH_MISMATCH);
  }

  @Test
  void manyExclusionsOfManyBoxesAreBounded() throws Exception {
    List<byte[]> boxes = new ArrayList<>();
    List<Object> exclusions = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      boxes.add(Movie.box("free"));
      exclusions.add(map("xpath", "/free", "length", 9));
    }
    Object assertion = map("exclusions", exclusions, "hash", new byte[32]);
    assertThat(codes(V3, Movie.join(boxes), assertion)).contains(ASSERTION_BMFF_HASH_MALFORMED);
  }

  @RepeatedTest(200)
  void corruptedFilesAndAssertionsGiveAStatusAndNothingElse(Random random) throws Exception {
    Map<String, Object> assertion = assertion(new byte[32]);
    exclude(assertion, map("xpath", STCO, "subset", List.of(map("offset", 8, "length", 4))));
    assertion.put(
        "merkle",
        List.of(
            map(
                "uniqueId",
                1,
                "localId",
                2,
                "count",
                3,
                "hashes",
                List.of(),
                "fixedBlockSize",
                7)));
    byte[] encoded = CborItems.encode(assertion);
    byte[] bytes = file.clone();
    for (int i = 0; i < 3; i++) {
      encoded[random.nextInt(encoded.length)] = (byte) random.nextInt(256);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    BoundFile bound = BoundBytes.file(MediaType.MP4, cut, Optional.empty());
    assertThat(BoundBytes.codes(FileHardBindings.strict(), V3, Slice.of(encoded), bound))
        .isNotEmpty();
  }

  private List<StatusCode> codes(String label, Object assertion) throws Exception {
    return codes(label, file, assertion);
  }

  private static List<StatusCode> codes(String label, byte[] bytes, Object assertion)
      throws Exception {
    BoundFile bound = BoundBytes.file(MediaType.MP4, bytes, Optional.empty());
    return BoundBytes.codes(label, assertion, bound);
  }

  private static Map<String, Object> assertion(byte[] hash) {
    return map(
        "exclusions", new ArrayList<>(Movie.mandatoryExclusions()), "alg", "sha256", "hash", hash);
  }

  @SuppressWarnings("unchecked") // the list that assertion(...) has put there
  private static void exclude(Map<String, Object> assertion, Object exclusion) {
    ((List<Object>) assertion.get("exclusions")).add(exclusion);
  }

  /** A box without the boxes of a type in it whose numbers, from 1 on, are listed after a 0. */
  private static byte[] without(byte[] box, String type, int... numbers) {
    ByteBuilder left = new ByteBuilder();
    String text = new String(box, StandardCharsets.ISO_8859_1);
    int at = 0;
    int number = 0;
    for (int hit = text.indexOf(type); hit >= 0; hit = text.indexOf(type, hit + 1)) {
      number++;
      int wanted = number;
      if (Arrays.stream(numbers).anyMatch(n -> n == wanted)) {
        left.put(Arrays.copyOfRange(box, at, hit - 4));
        at = hit - 4 + 20;
      }
    }
    return left.put(Arrays.copyOfRange(box, at, box.length)).build();
  }
}
