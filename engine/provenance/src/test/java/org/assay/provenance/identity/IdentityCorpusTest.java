package org.assay.provenance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assay.media.MediaException;
import org.assay.provenance.Corpus;
import org.assay.provenance.ProvenanceReader;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.json.Json;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.trust.TrustLists.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes of identity assertions in active manifests against the reference validator's. */
@Tag("corpus")
class IdentityCorpusTest {
  private static final Instant CLOCK = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void codesAgreeWithTheReference() throws Exception {
    Path corpus = Corpus.folder("c2pa");
    Map<Profile, TrustLists> lists = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      lists.put(profile, TrustLists.read(corpus.resolve("trust"), profile));
    }
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      if (name.startsWith("fragments/") || row.get("state_all").equals("ERROR")) {
        continue;
      }
      Path file = corpus.resolve("files/" + name);
      Json answer = Json.parse(Files.readString(corpus.resolve("expected/" + name + ".json")));
      for (Profile profile : Profile.values()) {
        Set<String> codes = expected((Json.Map) answer, profile);
        Set<String> own = found(file, lists.get(profile));
        if (!codes.isEmpty() || !own.isEmpty()) {
          expected.put(name + " " + profile, codes);
          found.put(name + " " + profile, own);
        }
        if (own.isEmpty()) {
          break; // no identity at all
        }
      }
    }
    long equal =
        expected.keySet().stream().filter(key -> expected.get(key).equals(found.get(key))).count();
    System.out.printf("identity codes equal %d/%d%n", equal, expected.size());
    assertThat(found).isEqualTo(expected).isNotEmpty();
  }

  private static Set<String> expected(Json.Map answer, Profile profile) {
    Set<String> codes = new TreeSet<>();
    Json.Map results =
        answer
            .object("profiles")
            .flatMap(all -> all.object(profile.name().toLowerCase(Locale.ROOT)))
            .flatMap(one -> one.object("results"))
            .flatMap(one -> one.object("activeManifest"))
            .orElseThrow();
    Stream.of("success", "informational", "failure")
        .flatMap(kind -> results.array(kind).stream())
        .map(status -> ((Json.Map) status).text("code").orElseThrow())
        .filter(code -> code.startsWith("cawg."))
        .forEach(codes::add);
    return codes;
  }

  private static Set<String> found(Path file, TrustLists lists) throws Exception {
    Set<String> codes = new TreeSet<>();
    IdentityValidator validator =
        new IdentityValidator(lists, Set.of(), DidDocuments.none(), Mode.COMPAT, CLOCK);
    for (Manifest manifest : active(file)) {
      for (SuperBox assertion : assertions(manifest)) {
        if (assertion.label().matches("cawg\\.identity(__\\d+)?")) {
          validator
              .validate(assertion.contentOf("cbor").orElseThrow(), "", listed(manifest))
              .statuses()
              .forEach(status -> codes.add(status.code().code()));
        }
      }
    }
    return codes;
  }

  private static List<Manifest> active(Path file) throws Exception {
    try {
      return new ProvenanceReader()
          .read(file).store().flatMap(ManifestStore::active).stream().toList();
    } catch (MediaException unreadable) {
      return List.of();
    }
  }

  private static List<SuperBox> assertions(Manifest manifest) {
    return manifest.box().superBoxes().stream()
        .filter(box -> box.description().kind().equals("c2as"))
        .flatMap(box -> box.superBoxes().stream())
        .toList();
  }

  private static Map<String, Slice> listed(Manifest manifest) {
    Map<String, Slice> hashes = new HashMap<>();
    for (String list : List.of("assertions", "created_assertions", "gathered_assertions")) {
      for (Cbor item : manifest.claim().orElseThrow().map().array(list)) {
        if (item instanceof Cbor.Map map
            && map.get("hash").orElse(null) instanceof Cbor.Bytes hash) {
          hashes.put(map.text("url").orElse(""), hash.value());
        }
      }
    }
    return hashes;
  }
}
