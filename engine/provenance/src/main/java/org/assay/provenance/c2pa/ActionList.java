package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.cbor.Cbor;

/**
 * One actions assertion of version 1 or 2, C2PA 2.2 section 18.15.
 *
 * @param actions as they were written, without what templates add
 */
public record ActionList(Assertion assertion, Cbor.Map map, List<Action> actions) {

  /** Copies the list. */
  public ActionList {
    Objects.requireNonNull(assertion, "assertion");
    Objects.requireNonNull(map, "map");
    actions = List.copyOf(actions);
  }

  /** Reads one; empty when it is not even a map. */
  public static Optional<ActionList> read(Assertion assertion) {
    return assertion
        .map()
        .map(
            map ->
                new ActionList(
                    assertion, map, maps(map, "actions").stream().map(Action::read).toList()));
  }

  /** The actions with what the templates of the assertion and its list of agents add. */
  public List<Action> effective() {
    return actions.stream().map(this::effective).toList();
  }

  private Action effective(Action action) {
    Action known = action.filled("", agent(action.map()));
    for (Cbor.Map template : templates()) {
      String name = template.text("action").orElse("");
      if (name.equals("*") || name.equals(action.name())) {
        Action filling = Action.read(template);
        String agent =
            filling.softwareAgent().isEmpty() ? agent(template) : filling.softwareAgent();
        known = known.filled(filling.sourceType(), agent);
      }
    }
    return known;
  }

  private String agent(Cbor.Map map) {
    List<Cbor.Map> agents = agents();
    return map.get("softwareAgentIndex").orElse(map) instanceof Cbor.Int index
            && index.value().signum() >= 0
            && index.value().bitLength() < 31
            && index.value().intValue() < agents.size()
        ? agents.get(index.value().intValue()).text("name").orElse("")
        : "";
  }

  /** Whether its author says that nothing is left out. */
  public boolean complete() {
    return map.get("allActionsIncluded").orElse(map) instanceof Cbor.Simple flag && flag.isTrue();
  }

  /** What actions of one name have in common. */
  public List<Cbor.Map> templates() {
    return maps(map, "templates");
  }

  /** Programs that actions refer to by number. */
  public List<Cbor.Map> agents() {
    return maps(map, "softwareAgents");
  }

  private static List<Cbor.Map> maps(Cbor.Map map, String key) {
    return map.array(key).stream()
        .filter(Cbor.Map.class::isInstance)
        .map(Cbor.Map.class::cast)
        .toList();
  }
}
