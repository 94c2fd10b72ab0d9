package org.assay.provenance.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.provenance.Corpus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which files are refused for their structure, against the reference validator's answers. */
@Tag("corpus")
class ContainerCorpusTest {
  private static final Pattern REMOTE = Pattern.compile("RemoteManifestUrl\\(\\\\\"([^\\\\]+)");

  @Test
  void whatTheReferenceRefusesForItsStructureIsRefusedAndNothingElse() throws Exception {
    Path corpus = Corpus.folder("c2pa");
    int files = 0;
    List<String> different = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      if (name.startsWith("fragments/")) {
        continue;
      }
      files++;
      String expected = Files.readString(corpus.resolve("expected/" + name + ".json"));
      Container container = Containers.read(corpus.resolve("files/" + name));
      boolean damaged =
          expected.contains("InvalidAsset")
              || expected.contains("TooManyManifestStores")
              || expected.contains("UnexpectedEof");
      boolean accepted = !row.get("state_all").equals("ERROR");
      boolean refused = container.refusal().isPresent() || container.stores().isEmpty();
      var remote = REMOTE.matcher(expected);
      boolean sameRemote =
          !remote.find() || container.remoteManifest().orElse("").equals(remote.group(1));
      if ((damaged && !refused) || (accepted && refused) || !sameRemote) {
        different.add(name + ": " + container.refusal() + container.damage());
      }
    }
    System.out.printf("structure: %d of %d files agree%n", files - different.size(), files);
    assertThat(different).isEmpty();
  }
}
