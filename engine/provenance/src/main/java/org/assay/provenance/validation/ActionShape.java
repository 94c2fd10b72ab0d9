package org.assay.provenance.validation;

import java.util.List;
import java.util.Optional;
import org.assay.provenance.c2pa.ActionList;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.cbor.Cbor;

/** The kinds of the fields of an actions assertion, C2PA 2.2 section 18.15.13 (CDDL). */
final class ActionShape {
  private static final List<String> TEXTS =
      List.of("changed", "digitalSourceType", "reason", "description", "instanceId", "instanceID");
  private static final List<String> TEXTS_OF_PARAMETERS =
      List.of("description", "redacted", "sourceLanguage", "targetLanguage");

  private ActionShape() {}

  /** What is wrong; empty when all is well. */
  static Optional<String> fault(ActionList list) {
    if (!(list.map().get("actions").orElse(null) instanceof Cbor.Array actions)) {
      return Optional.of("'actions' is missing or not a list");
    }
    return actions.items().stream().flatMap(item -> action(item).stream()).findFirst();
  }

  private static Optional<String> action(Cbor item) {
    if (!(item instanceof Cbor.Map action) || action.text("action").isEmpty()) {
      return Optional.of("an entry of 'actions' is not a map with an 'action'");
    }
    Optional<Cbor> agent = action.get("softwareAgent");
    if (agent.isPresent()
        && !(agent.get() instanceof Cbor.Text)
        && !(agent.get() instanceof Cbor.Map map && map.text("name").isPresent())) {
      return Optional.of("'softwareAgent' is neither a text nor a map with a name");
    }
    Optional<Cbor> parameters = action.get("parameters");
    if (parameters.isPresent() && !(parameters.get() instanceof Cbor.Map)) {
      return Optional.of("'parameters' is not a map");
    }
    return notText(action, TEXTS).or(() -> parameters.flatMap(map -> parameters((Cbor.Map) map)));
  }

  private static Optional<String> parameters(Cbor.Map map) {
    Optional<Cbor> single = map.get("ingredient");
    if (single.isPresent() && HashedUri.of(single.get()).isEmpty()) {
      return Optional.of("'ingredient' is not a hashed URI");
    }
    Optional<Cbor> several = map.get("ingredients");
    if (several.isPresent()
        && !(several.get() instanceof Cbor.Array array
            && array.items().stream().allMatch(item -> HashedUri.of(item).isPresent()))) {
      return Optional.of("'ingredients' is not a list of hashed URIs");
    }
    return notText(map, TEXTS_OF_PARAMETERS);
  }

  private static Optional<String> notText(Cbor.Map map, List<String> keys) {
    return keys.stream()
        .filter(key -> map.get(key).isPresent() && map.text(key).isEmpty())
        .map(key -> "'" + key + "' is not a text")
        .findFirst();
  }
}
