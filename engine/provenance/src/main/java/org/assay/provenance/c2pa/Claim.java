package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;

/**
 * A claim of version 1 or 2, C2PA 2.2 section 10.
 *
 * @param map its fields; {@code map.source()} are the signed bytes
 */
public record Claim(Cbor.Map map) {

  /** Checks that nothing is missing. */
  public Claim {
    Objects.requireNonNull(map, "map");
  }

  static Claim read(Slice bytes) throws MediaException {
    if (Cbor.decodePrefix(bytes) instanceof Cbor.Map map) {
      return new Claim(map);
    }
    throw new MediaException("expected a CBOR map");
  }

  /**
   * Name and version of the program that made the claim: of {@code claim_generator_info}, a map in
   * version 2 and a list of maps in version 1, else the {@code claim_generator} text of version 1.
   * Hostile text, empty when there is none.
   */
  public String generator() {
    Optional<Cbor> info = map.get("claim_generator_info");
    List<Cbor> maps =
        info.isPresent() && info.get() instanceof Cbor.Array array
            ? array.items()
            : info.stream().toList();
    return maps.stream()
        .filter(Cbor.Map.class::isInstance)
        .map(Cbor.Map.class::cast)
        .filter(generator -> generator.text("name").isPresent())
        .map(generator -> nameAndVersion(generator))
        .findFirst()
        .or(() -> map.text("claim_generator"))
        .orElse("");
  }

  private static String nameAndVersion(Cbor.Map generator) {
    String version = generator.text("version").map(text -> " " + text).orElse("");
    return generator.text("name").orElse("") + version;
  }
}
