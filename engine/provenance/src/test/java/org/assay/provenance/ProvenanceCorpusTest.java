package org.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.media.MediaException;
import org.assay.provenance.c2pa.AiSignals;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Presence, labels and declarations against the reference validator's answers. */
@Tag("corpus")
class ProvenanceCorpusTest {

  @Test
  void presenceLabelAndDeclarationsAgreeWithTheReference() throws Exception {
    Path corpus = Corpus.folder("c2pa");
    int files = 0;
    int read = 0;
    List<String> presence = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      if (name.startsWith("fragments/")) {
        continue;
      }
      files++;
      String expected = Files.readString(corpus.resolve("expected/" + name + ".json"));
      boolean absent = expected.contains("JumbfNotFound") || expected.contains("RemoteManifestUrl");
      Credentials credentials = read(corpus.resolve("files/" + name));
      // where the file ends before its manifest, damage is all that can be told
      boolean refused = row.get("state_all").equals("ERROR") && !credentials.damage().isEmpty();
      if (credentials.present() == absent && !(refused && !credentials.present())) {
        presence.add(name + " " + row.get("failure_codes_or_error_all") + credentials.damage());
      }
      if (!row.get("state_all").equals("ERROR") && !row.get("ai_signal").isEmpty()) {
        read++;
        String active =
            credentials.store().flatMap(ManifestStore::active).map(Manifest::label).orElse("");
        if (!expected.replaceAll("\\s", "").contains("\"active_manifest\":\"" + active + "\"")) {
          labels.add(name + " " + active + credentials.damage());
        }
        String signal =
            credentials
                .store()
                .map(store -> AiSignals.of(store.actions()).name().toLowerCase(Locale.ROOT))
                .orElse("");
        if (!signal.equals(row.get("ai_signal"))) {
          signals.add(name + " expected " + row.get("ai_signal") + ", found " + signal);
        }
      }
    }
    System.out.printf(
        "presence %d/%d, active label %d/%d, AI signal %d/%d%n",
        files - presence.size(), files, read - labels.size(), read, read - signals.size(), read);
    assertThat(presence).as("presence").isEmpty();
    assertThat(labels).as("active manifest").isEmpty();
    assertThat(signals).as("AI signal").isEmpty();
  }

  private static Credentials read(Path file) throws IOException, InterruptedException {
    try {
      return new ProvenanceReader().read(file);
    } catch (MediaException fault) {
      throw new AssertionError(file + ": " + fault.getMessage(), fault);
    }
  }
}
