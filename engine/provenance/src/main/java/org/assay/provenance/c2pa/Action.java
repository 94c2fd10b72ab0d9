package org.assay.provenance.c2pa;

import java.util.Objects;
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
    String agent =
        map.get("softwareAgent").orElse(map) instanceof Cbor.Map agentMap && agentMap != map
            ? agentMap.text("name").orElse("")
            : map.text("softwareAgent").orElse("");
    return new Action(
        map.text("action").orElse(""), map.text("digitalSourceType").orElse(""), agent);
  }
}
