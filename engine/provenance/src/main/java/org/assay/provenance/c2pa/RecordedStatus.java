package org.assay.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.cbor.Cbor;

/**
 * A status that a claim generator recorded when it added an ingredient, C2PA 2.2 section 18.16.13.
 *
 * @param code as written; hostile text
 * @param url as written; empty when there is none
 */
public record RecordedStatus(String code, String url) {
  private static final List<String> KINDS = List.of("success", "informational", "failure");

  /** Checks that nothing is missing. */
  public RecordedStatus {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(url, "url");
  }

  /** Of {@code validationStatus}, versions 1 and 2; empty when it is missing or malformed. */
  static Optional<List<RecordedStatus>> list(Cbor.Map ingredient) {
    return ingredient.get("validationStatus").flatMap(RecordedStatus::statuses);
  }

  /** Of {@code validationResults}, version 3; empty when it is missing or malformed. */
  static Optional<List<RecordedStatus>> results(Cbor.Map ingredient) {
    if (!(ingredient.get("validationResults").orElse(null) instanceof Cbor.Map results)) {
      return Optional.empty();
    }
    List<Cbor> groups = new ArrayList<>(results.get("activeManifest").stream().toList());
    for (Cbor delta : results.array("ingredientDeltas")) {
      if (!(delta instanceof Cbor.Map map) || map.get("validationDeltas").isEmpty()) {
        return Optional.empty();
      }
      groups.add(map.get("validationDeltas").get());
    }
    List<RecordedStatus> all = new ArrayList<>();
    for (Cbor group : groups) {
      Optional<List<RecordedStatus>> statuses = group(group);
      if (statuses.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(statuses.get());
    }
    return Optional.of(all);
  }

  private static Optional<List<RecordedStatus>> group(Cbor item) {
    List<RecordedStatus> all = new ArrayList<>();
    for (String kind : KINDS) {
      Optional<List<RecordedStatus>> statuses =
          item instanceof Cbor.Map map
              ? map.get(kind).flatMap(RecordedStatus::statuses)
              : Optional.empty();
      if (statuses.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(statuses.get());
    }
    return Optional.of(all);
  }

  private static Optional<List<RecordedStatus>> statuses(Cbor item) {
    if (!(item instanceof Cbor.Array array)) {
      return Optional.empty();
    }
    List<RecordedStatus> statuses = new ArrayList<>();
    for (Cbor entry : array.items()) {
      if (!(entry instanceof Cbor.Map map) || map.text("code").isEmpty()) {
        return Optional.empty();
      }
      statuses.add(new RecordedStatus(map.text("code").get(), map.text("url").orElse("")));
    }
    return Optional.of(statuses);
  }
}
