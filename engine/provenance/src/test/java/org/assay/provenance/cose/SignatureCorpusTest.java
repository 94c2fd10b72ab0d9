package org.assay.provenance.cose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.media.MediaException;
import org.assay.provenance.Corpus;
import org.assay.provenance.ProvenanceReader;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.json.Json;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.trust.TrustLists.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes about the signature of active manifests against the reference validator's. */
@Tag("corpus")
class SignatureCorpusTest {
  private static final Instant CLOCK = Instant.parse("2026-11-24T00:00:00Z");
  private static final List<String> FAMILIES =
      List.of("claimSignature.", "signingCredential.", "timeStamp.", "algorithm.");

  private static List<Item> cached = List.of(); // read once for all profiles

  private record Item(String name, Manifest manifest, Json.Map expected) {}

  @ParameterizedTest
  @EnumSource
  void codesAgreeWithTheReference(Profile profile) throws Exception {
    Path corpus = Corpus.folder("c2pa");
    SignatureValidator validator =
        new CoseSignatureValidator(
            TrustLists.read(corpus.resolve("trust"), profile), Mode.COMPAT, CLOCK);
    List<String> differences = new ArrayList<>();
    Map<String, int[]> families = new TreeMap<>();
    List<Item> items = cached.isEmpty() ? items(corpus) : cached;
    cached = items;
    for (Item item : items) {
      Set<String> expected = expected(item, profile);
      Set<String> found =
          validator.validate(claim(item.manifest())).statuses().stream()
              .map(status -> status.code().code())
              .collect(Collectors.toCollection(TreeSet::new));
      for (String family : FAMILIES) {
        int[] counts = families.computeIfAbsent(family, name -> new int[2]);
        counts[0] += of(family, expected).equals(of(family, found)) ? 1 : 0;
        counts[1]++;
      }
      if (!expected.equals(found)) {
        differences.add("%s: expected %s, found %s".formatted(item.name(), expected, found));
      }
    }
    families.forEach(
        (family, counts) ->
            System.out.printf("%s %s* %d/%d%n", profile, family, counts[0], counts[1]));
    System.out.printf(
        "%s signature codes equal %d/%d%n",
        profile, items.size() - differences.size(), items.size());
    assertThat(differences).isEmpty();
  }

  private static Set<String> of(String family, Set<String> codes) {
    return codes.stream().filter(code -> code.startsWith(family)).collect(Collectors.toSet());
  }

  /** Files that the reference reads and whose active manifest has a claim and a signature. */
  private static List<Item> items(Path corpus) throws Exception {
    List<Item> items = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      if (name.startsWith("fragments/") || row.get("state_all").equals("ERROR")) {
        continue;
      }
      Path file = corpus.resolve("files/" + name);
      Json answer = Json.parse(Files.readString(corpus.resolve("expected/" + name + ".json")));
      Optional<Manifest> active = active(file);
      if (active.flatMap(manifest -> content(manifest, "c2cs")).isPresent()) {
        items.add(new Item(name, active.get(), (Json.Map) answer));
      }
    }
    assertThat(items).hasSizeGreaterThan(200);
    return items;
  }

  private static Optional<Manifest> active(Path file) throws Exception {
    try {
      return new ProvenanceReader().read(file).store().flatMap(ManifestStore::active);
    } catch (MediaException unreadable) {
      return Optional.empty();
    }
  }

  private static Set<String> expected(Item item, Profile profile) {
    Json.Map results =
        item.expected()
            .object("profiles")
            .flatMap(all -> all.object(profile.name().toLowerCase(Locale.ROOT)))
            .flatMap(one -> one.object("results"))
            .flatMap(one -> one.object("activeManifest"))
            .orElseThrow();
    return Stream.of("success", "informational", "failure")
        .flatMap(kind -> results.array(kind).stream())
        .map(Json.Map.class::cast)
        .filter(
            status ->
                status.text("url").orElse("").endsWith("c2pa.signature")
                    || status.text("url").orElse("").equals("Cose_Sign1"))
        .map(status -> status.text("code").orElseThrow())
        .filter(code -> FAMILIES.stream().anyMatch(code::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SignedClaim claim(Manifest manifest) {
    SuperBox box =
        manifest.box().superBoxes().stream()
            .filter(child -> child.description().kind().equals("c2cl"))
            .findFirst()
            .orElseThrow();
    return new SignedClaim(
        content(manifest, "c2cl").orElseThrow(),
        content(manifest, "c2cs").orElseThrow(),
        box.label().endsWith(".v2") ? 2 : 1,
        "",
        List.of(),
        List.of());
  }

  private static Optional<Slice> content(Manifest manifest, String kind) {
    return manifest.box().superBoxes().stream()
        .filter(box -> box.description().kind().equals(kind))
        .findFirst()
        .flatMap(box -> box.contentOf("cbor"));
  }
}
