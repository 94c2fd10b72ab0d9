package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Set;
import org.assay.provenance.cbor.Cbor;

/** Which fields a claim must and may have, C2PA 2.2 section 10.2 and 10.3. */
final class ClaimFields {
  private static final Set<String> FIRST =
      Set.of(
          "claim_generator",
          "claim_generator_hints",
          "claim_generator_info",
          "signature",
          "assertions",
          "dc:format",
          "instanceID",
          "dc:title",
          "redacted_assertions",
          "alg",
          "alg_soft",
          "metadata");
  private static final Set<String> SECOND =
      Set.of(
          "instanceID",
          "claim_generator_info",
          "signature",
          "created_assertions",
          "gathered_assertions",
          "dc:title",
          "redacted_assertions",
          "alg",
          "alg_soft",
          "metadata");
  private static final List<String> TEXTS_OF_FIRST =
      List.of("claim_generator", "signature", "dc:format", "instanceID");
  private static final List<String> TEXTS_OF_SECOND = List.of("signature", "instanceID");

  private ClaimFields() {}

  static void check(Cbor.Map map, int version, List<String> faults) {
    Set<String> known = version == 1 ? FIRST : SECOND;
    for (Cbor.Entry entry : map.entries()) {
      if (!(entry.key() instanceof Cbor.Text key)) {
        faults.add("a key is not a text");
      } else if (!known.contains(key.value())) {
        faults.add("unknown field '%s' of version %d".formatted(key.value(), version));
      }
    }
    for (String key : version == 1 ? TEXTS_OF_FIRST : TEXTS_OF_SECOND) {
      if (map.text(key).isEmpty()) {
        faults.add("'" + key + "' is missing or not a text");
      }
    }
    if (version == 2 && !isGenerator(map)) {
      faults.add("'claim_generator_info' is missing or not a map with a name");
    }
  }

  private static boolean isGenerator(Cbor.Map map) {
    return map.get("claim_generator_info").orElse(map) instanceof Cbor.Map generator
        && generator.text("name").isPresent();
  }
}
