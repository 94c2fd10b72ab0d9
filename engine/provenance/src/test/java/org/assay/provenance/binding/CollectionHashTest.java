package org.assay.provenance.binding;

import static org.assay.provenance.binding.CborItems.map;
import static org.assay.provenance.status.StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT;
import static org.assay.provenance.status.StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI;
import static org.assay.provenance.status.StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED;
import static org.assay.provenance.status.StatusCode.ASSERTION_COLLECTION_HASH_MATCH;
import static org.assay.provenance.status.StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.status.StatusCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionHashTest {
  private static final byte[] FIRST = {1, 2, 3};
  private static final byte[] SECOND = {4, 5};

  @TempDir private Path folder;
  private final List<Path> files = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws Exception {
    files.add(Files.write(folder.resolve("a.txt"), FIRST));
    Files.createDirectory(folder.resolve("sub"));
    files.add(Files.write(folder.resolve("sub/b.txt"), SECOND));
  }

  @Test
  void filesAreFoundByTheirPlaceAndCompared() throws Exception {
    assertThat(codes("a.txt", "sub/b.txt")).containsExactly(ASSERTION_COLLECTION_HASH_MATCH);
    Files.write(files.get(1), new byte[] {4, 6});
    assertThat(codes("a.txt", "sub/b.txt")).containsExactly(ASSERTION_COLLECTION_HASH_MISMATCH);
  }

  @Test
  void numberOfFilesHasToBeRight() throws Exception {
    assertThat(codes("a.txt", "c.txt"))
        .containsExactly(ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT);
    files.add(Files.write(folder.resolve("more.txt"), FIRST));
    assertThat(codes("a.txt", "sub/b.txt"))
        .containsExactly(ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT);
  }

  @Test
  void placesMayNotLeadOutOfTheCollection() throws Exception {
    for (String uri : List.of("../b.txt", "/b.txt", "a/./b.txt", "http://b.txt", "", "a\0b")) {
      assertThat(codes("a.txt", uri))
          .as(uri)
          .containsExactly(ASSERTION_COLLECTION_HASH_INVALID_URI);
    }
    assertThat(codes("a.txt", "a.txt")).containsExactly(ASSERTION_COLLECTION_HASH_MALFORMED);
  }

  private List<StatusCode> codes(String first, String second) throws Exception {
    Object assertion =
        map(
            "alg",
            "sha256",
            "uris",
            List.of(
                map("uri", first, "hash", BoundBytes.sha256(FIRST), "size", 3),
                map("uri", second, "hash", BoundBytes.sha256(SECOND))));
    return BoundBytes.codes(
        "c2pa.hash.collection.data", assertion, BoundBytes.fragmented(new byte[1], files));
  }
}
