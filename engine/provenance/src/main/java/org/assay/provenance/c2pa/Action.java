package org.assay.provenance.c2pa;

import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.cbor.Cbor;

/**
 * One entry of an actions assertion, C2PA 2.2 section 18.15. All text is hostile.
 *
 * @param name such as {@code c2pa.created}; empty when it is missing
 * @param sourceType the {@code digitalSourceType} as written; empty when it is missing
 * @param softwareAgent text of version 1 or name of version 2; empty when it is missing
 */
public record Action(String name, String sourceType, String softwareAgent) {

  /** Checks that nothing is missing. */
  public Action {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sourceType, "sourceType");
    Objects.requireNonNull(softwareAgent, "softwareAgent");
  }

  static Action read(Cbor.Map map) {
    Optional<String> agentName =
        map.get("softwareAgent")
            .filter(Cbor.Map.class::isInstance)
            .flatMap(agent -> ((Cbor.Map) agent).text("name"));
    String agent = agentName.or(() -> map.text("softwareAgent")).orElse("");
    return new Action(
        map.text("action").orElse(""), map.text("digitalSourceType").orElse(""), agent);
  }
}
