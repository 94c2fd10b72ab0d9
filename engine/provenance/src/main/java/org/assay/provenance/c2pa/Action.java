package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.cbor.Cbor;

/**
 * One entry of an actions assertion, C2PA 2.2 section 18.15. All text is hostile.
 *
 * @param name such as {@code c2pa.created}; empty when it is missing
 * @param sourceType the {@code digitalSourceType} as written; empty when it is missing
 * @param softwareAgent text of version 1 or name of version 2; empty when it is missing
 * @param map every field of it
 */
public record Action(String name, String sourceType, String softwareAgent, Cbor.Map map) {
  /** The two that may start the history of an item. */
  public static final List<String> OPENINGS = List.of("c2pa.created", "c2pa.opened");

  /** Checks that nothing is missing. */
  public Action {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sourceType, "sourceType");
    Objects.requireNonNull(softwareAgent, "softwareAgent");
    Objects.requireNonNull(map, "map");
  }

  static Action read(Cbor.Map map) {
    Optional<String> agentName =
        map.get("softwareAgent")
            .filter(Cbor.Map.class::isInstance)
            .flatMap(agent -> ((Cbor.Map) agent).text("name"));
    String agent = agentName.or(() -> map.text("softwareAgent")).orElse("");
    return new Action(
        map.text("action").orElse(""), map.text("digitalSourceType").orElse(""), agent, map);
  }

  /** Whether it starts the history of an item. */
  public boolean opening() {
    return OPENINGS.contains(name);
  }

  /** Its parameters. */
  public Optional<Cbor.Map> parameters() {
    return map.get("parameters").filter(Cbor.Map.class::isInstance).map(Cbor.Map.class::cast);
  }

  /** When it was done, as written; empty when it is missing. */
  public String when() {
    return map.get("when")
        .map(item -> item instanceof Cbor.Tag tag ? tag.item() : item)
        .filter(Cbor.Text.class::isInstance)
        .map(item -> ((Cbor.Text) item).value())
        .orElse("");
  }

  /**
   * The ingredients that it was done to: of the parameter {@code ingredient} of version 1 if there
   * is one, else of {@code ingredients}. What is no hashed URI is left out.
   */
  public List<HashedUri> ingredients() {
    Optional<Cbor> single = parameters().flatMap(map -> map.get("ingredient"));
    return single
        .map(List::of)
        .orElseGet(() -> parameters().map(map -> map.array("ingredients")).orElse(List.of()))
        .stream()
        .map(HashedUri::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** This action with what a template says where it says nothing itself. */
  Action filled(String sourceTypeOfTemplate, String agentOfTemplate) {
    return new Action(
        name,
        sourceType.isEmpty() ? sourceTypeOfTemplate : sourceType,
        softwareAgent.isEmpty() ? agentOfTemplate : softwareAgent,
        map);
  }
}
