package org.assay.provenance.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.media.MediaException;
import org.assay.provenance.Corpus;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Limits;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes of hard bindings against the reference validator's answers. */
@Tag("corpus")
class BindingCorpusTest {
  private static final Pattern CODE =
      Pattern.compile(
          "\"code\": *\"(assertion\\.(?:data|boxes|bmff|collection|multiAsset)Hash\\.[A-Za-z]+)\"");

  @Test
  void codesAgreeWithTheReference() throws Exception {
    Path corpus = Corpus.folder("c2pa");
    int files = 0;
    List<String> different = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      String expected = Files.readString(corpus.resolve("expected/" + name + ".json"));
      Set<String> codes = bindingCodes(expected);
      if (row.get("state_all").equals("ERROR") || codes.isEmpty()) {
        continue;
      }
      files++;
      Set<String> found = codesOf(corpus.resolve("files"), name);
      if (!found.equals(codes)) {
        different.add("%s: expected %s, found %s".formatted(name, codes, found));
      }
    }
    System.out.printf("hard bindings: %d of %d files agree%n", files - different.size(), files);
    assertThat(different).isEmpty();
  }

  /** Those of the active manifest, which the answers of all trust profiles share. */
  private static Set<String> bindingCodes(String expected) {
    int start = expected.indexOf("\"activeManifest\"");
    int deltas = expected.indexOf("\"ingredientDeltas\"", Math.max(0, start));
    Set<String> codes = new TreeSet<>();
    if (start >= 0) {
      int end = deltas < 0 ? expected.indexOf("\"summary\"") : deltas;
      Matcher matcher =
          CODE.matcher(expected.substring(start, end < start ? expected.length() : end));
      while (matcher.find()) {
        codes.add(matcher.group(1));
      }
    }
    return codes;
  }

  private static Set<String> codesOf(Path files, String name)
      throws IOException, InterruptedException {
    boolean fragment = name.startsWith("fragments/");
    Path file = files.resolve(fragment ? "fragments/dashinit.mp4" : name);
    Set<String> codes = new TreeSet<>();
    try (ByteSource bytes = ByteSource.open(file)) {
      Container container = Containers.read(bytes, Limits.DEFAULT);
      List<Path> fragments = fragment ? List.of(files.resolve(name)) : List.of();
      ManifestStore store = ManifestStore.parse(container.stores().get(0).bytes());
      Manifest active = store.active().orElseThrow();
      List<Manifest> manifests = store.manifests();
      boolean updated = false;
      for (int i = manifests.size() - 1; i >= 0; i--) {
        List<SuperBox> bindings = bindings(manifests.get(i));
        if (!bindings.isEmpty()) {
          BoundFile bound = new BoundFile(bytes, container, fragments, updated);
          String algorithm = manifests.get(i).claim().orElseThrow().map().text("alg").orElse("");
          for (SuperBox binding : bindings) {
            for (Status status :
                FileHardBindings.compatible()
                    .check(
                        binding.label(),
                        binding.contentOf("cbor").orElseThrow(),
                        active.label(),
                        algorithm,
                        bound)) {
              codes.add(status.code().code());
            }
          }
          return codes;
        }
        updated = true;
      }
    } catch (MediaException fault) {
      codes.add(fault.getMessage());
    }
    return codes;
  }

  private static List<SuperBox> bindings(Manifest manifest) {
    return manifest
        .box()
        .child("c2pa.assertions")
        .map(
            store ->
                store.superBoxes().stream()
                    .filter(box -> box.label().startsWith("c2pa.hash."))
                    .filter(box -> !box.label().contains(".part"))
                    .toList())
        .orElse(List.of());
  }
}
