package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED;
import static org.assay.provenance.status.StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_MULTI_ASSET_HASH_MISSING_PART;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.junit.jupiter.api.Test;

class MultiAssetHashTest {
  private static final ByteRange MANIFEST = new ByteRange(10, 20);
  private static final int PHOTO_BYTES = 100;

  private final byte[] bytes = new byte[150];

  MultiAssetHashTest() {
    new Random(6).nextBytes(bytes);
  }

  @Test
  void everyPartHasAHashOfItsOwn() throws Exception {
    assertThat(codes(bytes, PHOTO_BYTES)).containsExactly(ASSERTION_MULTI_ASSET_HASH_MATCH);
    for (int at : new int[] {0, 99, 100, 149}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThat(codes(changed, PHOTO_BYTES))
          .as("byte " + at)
          .containsExactly(ASSERTION_MULTI_ASSET_HASH_MISMATCH);
    }
  }

  @Test
  void optionalPartMayBeTakenAwayAndNoOther() throws Exception {
    assertThat(codes(Arrays.copyOf(bytes, PHOTO_BYTES), PHOTO_BYTES))
        .containsExactly(ASSERTION_MULTI_ASSET_HASH_MATCH);
    assertThat(codes(Arrays.copyOf(bytes, PHOTO_BYTES + 1), PHOTO_BYTES))
        .containsExactly(ASSERTION_MULTI_ASSET_HASH_MISSING_PART);
    assertThat(codes(Arrays.copyOf(bytes, 50), PHOTO_BYTES))
        .containsExactly(ASSERTION_MULTI_ASSET_HASH_MISSING_PART);
    assertThat(codes(Arrays.copyOf(bytes, 151), PHOTO_BYTES))
        .containsExactly(ASSERTION_MULTI_ASSET_HASH_MISMATCH);
  }

  @Test
  void gapsBetweenPartsAreMalformed() throws Exception {
    assertThat(codes(bytes, PHOTO_BYTES + 1)).containsExactly(ASSERTION_MULTI_ASSET_HASH_MALFORMED);
  }

  private List<StatusCode> codes(byte[] file, int secondAt) throws Exception {
    Object assertion =
        map(
            "parts",
            List.of(
                part(0, PHOTO_BYTES, "c2pa.hash.data.part", false),
                part(secondAt, 50, "c2pa.hash.data.part__1", true)));
    byte[] photo =
        BoundBytes.sha256(Arrays.copyOf(bytes, 10), Arrays.copyOfRange(bytes, 30, PHOTO_BYTES));
    byte[] movie = BoundBytes.sha256(Arrays.copyOfRange(bytes, PHOTO_BYTES, 150));
    List<Object> exclusions = List.of(map("start", MANIFEST.offset(), "length", MANIFEST.length()));
    Map<String, Slice> hashes =
        Map.of(
            "c2pa.hash.data.part", data(photo, exclusions),
            "c2pa.hash.data.part__1", data(movie, List.of()));
    return FileHardBindings.strict()
        .check(
            "c2pa.hash.multi-asset",
            CborItems.slice(assertion),
            "self#jumbf=test",
            "sha256",
            BoundBytes.file(MediaType.JPEG, file, Optional.of(MANIFEST)),
            label -> Optional.ofNullable(hashes.get(label)))
        .stream()
        .map(Status::code)
        .toList();
  }

  private static Object part(int at, int length, String label, boolean optional) {
    return map(
        "location", map("byteOffset", at, "length", length),
        "hashAssertion", map("url", "self#jumbf=c2pa.assertions/" + label, "hash", new byte[32]),
        "optional", optional);
  }

  private static Slice data(byte[] hash, List<Object> exclusions) {
    return CborItems.slice(map("exclusions", exclusions, "hash", hash, "pad", new byte[0]));
  }
}
