package org.assay.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;

/**
 * A claim of version 1 or 2, C2PA 2.2 section 10. All text is hostile.
 *
 * @param map its fields; {@code map.source()} are the signed bytes
 * @param version 1 or 2, by the fields that only one of them has
 * @param created the assertions of version 1, or those that the signer made itself
 * @param gathered what the signer took over from others; always empty in version 1
 * @param faults why the specification would have it refused, one sentence each
 */
public record Claim(
    Cbor.Map map,
    int version,
    List<HashedUri> created,
    List<HashedUri> gathered,
    List<String> faults) {

  /** Copies the lists. */
  public Claim {
    Objects.requireNonNull(map, "map");
    created = List.copyOf(created);
    gathered = List.copyOf(gathered);
    faults = List.copyOf(faults);
  }

  static Claim read(Slice bytes) throws MediaException {
    if (!(Cbor.decodePrefix(bytes) instanceof Cbor.Map map)) {
      throw new MediaException("expected a CBOR map");
    }
    List<String> faults = new ArrayList<>();
    if (map.source().length() != bytes.length()) {
      faults.add("bytes follow the CBOR map");
    }
    boolean second = map.get("created_assertions").isPresent();
    if (second == map.get("assertions").isPresent()) {
      faults.add("expected either assertions or created_assertions");
    }
    List<HashedUri> created = uris(map, second ? "created_assertions" : "assertions", faults);
    List<HashedUri> gathered = second ? uris(map, "gathered_assertions", faults) : List.of();
    ClaimFields.check(map, second ? 2 : 1, faults);
    return new Claim(map, second ? 2 : 1, created, gathered, faults);
  }

  private static List<HashedUri> uris(Cbor.Map map, String key, List<String> faults) {
    if (map.get(key).isPresent() && !(map.get(key).get() instanceof Cbor.Array)) {
      faults.add("'" + key + "' is not a list");
    }
    List<HashedUri> uris =
        map.array(key).stream().map(HashedUri::of).flatMap(Optional::stream).toList();
    if (uris.size() != map.array(key).size()) {
      faults.add("an entry of '" + key + "' is not a hashed URI");
    }
    return uris;
  }

  /** All assertions that it names, those that the signer made first. */
  public List<HashedUri> assertions() {
    return Stream.concat(created.stream(), gathered.stream()).toList();
  }

  /** Default hash algorithm; empty when there is none, which only damaged claims have. */
  public String algorithm() {
    return map.text("alg").orElse("");
  }

  /** Where it says that its signature stands. */
  public String signature() {
    return map.text("signature").orElse("");
  }

  /** JUMBF URIs of what was redacted in ingredients. */
  public List<String> redactions() {
    return map.array("redacted_assertions").stream()
        .filter(Cbor.Text.class::isInstance)
        .map(item -> ((Cbor.Text) item).value())
        .toList();
  }

  /** Title of the item; empty when there is none. */
  public String title() {
    return map.text("dc:title").orElse("");
  }

  /** Media type of the item, only in version 1; empty when there is none. */
  public String format() {
    return map.text("dc:format").orElse("");
  }

  /** Unique name of this version of the item; empty when there is none. */
  public String instanceId() {
    return map.text("instanceID").orElse("");
  }

  /** The maps of {@code claim_generator_info}, which version 2 has exactly one of. */
  public List<Cbor.Map> generators() {
    Optional<Cbor> info = map.get("claim_generator_info");
    List<Cbor> maps =
        info.isPresent() && info.get() instanceof Cbor.Array array
            ? array.items()
            : info.stream().toList();
    return maps.stream().filter(Cbor.Map.class::isInstance).map(Cbor.Map.class::cast).toList();
  }

  /**
   * Name and version of the program that made the claim, else the {@code claim_generator} text of
   * version 1. Hostile text, empty when there is none.
   */
  public String generator() {
    return generators().stream()
        .filter(generator -> generator.text("name").isPresent())
        .map(Claim::nameAndVersion)
        .findFirst()
        .or(() -> map.text("claim_generator"))
        .orElse("");
  }

  private static String nameAndVersion(Cbor.Map generator) {
    String version = generator.text("version").map(text -> " " + text).orElse("");
    return generator.text("name").orElse("") + version;
  }
}
