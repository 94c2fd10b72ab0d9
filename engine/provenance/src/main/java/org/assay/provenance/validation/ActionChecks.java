package org.assay.provenance.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.provenance.c2pa.Action;
import org.assay.provenance.c2pa.ActionList;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.AssertionLabel;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Ingredient.Relationship;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.StatusCode;

/** Rules on actions, C2PA 2.2 section 15.10.3.2.3 and 18.15. */
final class ActionChecks {
  private static final String LABEL = "c2pa.actions";
  private static final Set<String> OF_INGREDIENTS =
      Set.of("c2pa.opened", "c2pa.placed", "c2pa.removed");
  private static final Set<String> OF_PARENTS = Set.of("c2pa.transcoded", "c2pa.repackaged");
  private static final Set<String> WATERMARKS =
      Set.of("c2pa.watermarked", "c2pa.watermarked.bound");

  private final Manifest manifest;
  private final Claim claim;
  private final List<Ingredient> ingredients;
  private final Map<String, Manifest> manifests;
  private final ContentChecks contents;
  private final StatusLog log;

  /** Looks redacted assertions up in {@code manifests}, by label. */
  ActionChecks(
      Manifest manifest,
      Claim claim,
      List<Ingredient> ingredients,
      Map<String, Manifest> manifests,
      ContentChecks contents,
      StatusLog log) {
    this.manifest = manifest;
    this.claim = claim;
    this.ingredients = ingredients;
    this.manifests = manifests;
    this.contents = contents;
    this.log = log;
  }

  void check() throws Refusal {
    List<Assertion> assertions = manifest.named(LABEL);
    if (claim.version() < 2) {
      if (assertions.size() > 1) {
        malformed(manifest.label(), "only one action assertion allowed for v1 claims");
      }
      return;
    }
    List<ActionList> lists = read(assertions);
    Optional<ActionList> first = first(lists);
    if (first.isEmpty() && manifest.kind() != ManifestKind.UPDATE) {
      malformed(manifest.label(), "first action must be created or opened");
      return;
    }
    long openings =
        lists.stream().flatMap(list -> list.actions().stream()).filter(Action::opening).count();
    if (openings > 1) {
      malformed(manifest.label(), "cannot have more than one c2pa.created or c2pa.opened action");
    }
    for (ActionList list : lists) {
      boolean mayOpen = list.equals(lists.get(0)) && first.map(list::equals).orElse(true);
      contents.icons(Stream.concat(list.agents().stream(), list.templates().stream()).toList());
      for (Action action : list.actions()) {
        action(list, action, mayOpen);
      }
    }
  }

  private List<ActionList> read(List<Assertion> assertions) throws Refusal {
    List<ActionList> lists = new ArrayList<>();
    for (Assertion assertion : assertions) {
      Optional<ActionList> list = ActionList.read(assertion);
      Optional<String> fault =
          list.isEmpty() ? Optional.of("expected a CBOR map") : ActionShape.fault(list.get());
      if (fault.isPresent() || list.get().actions().isEmpty()) {
        String why = fault.orElse("Actions missing action array");
        malformed(manifest.uri(assertion), why);
        throw new Refusal("assertion '%s': %s".formatted(assertion.box().label(), why));
      }
      lists.add(list.get());
    }
    return lists;
  }

  /** The first list of those that the signer made, or that it took over, if it opens. */
  private Optional<ActionList> first(List<ActionList> lists) {
    return Stream.of(claim.gathered(), claim.created())
        .flatMap(uris -> lists.stream().filter(list -> isOf(list, uris)).limit(1))
        .filter(list -> list.actions().get(0).opening())
        .findFirst();
  }

  private static boolean isOf(ActionList list, List<HashedUri> uris) {
    return uris.stream()
        .anyMatch(uri -> AssertionLabel.ofUri(uri.url()).equals(list.assertion().label()));
  }

  private void action(ActionList list, Action action, boolean mayOpen) {
    String url = manifest.uri(list.assertion());
    if (action.name().isEmpty()) {
      malformed(url, "action must have an action");
    }
    if (action.opening() && !mayOpen) {
      malformed(url, "created or opened must be first action");
    }
    if (OF_INGREDIENTS.contains(action.name()) && !hasIngredients(action)) {
      mismatch(url, "opened, placed and removed items must have ingredient(s) parameters");
      return;
    }
    relationships(action, url);
    if (action.name().equals("c2pa.created") && action.sourceType().isEmpty()) {
      malformed(url, "c2pa.created action must have a digitalSourceType");
    }
    if (action.name().equals("c2pa.translated")
        && (isEmpty(action, "sourceLanguage") || isEmpty(action, "targetLanguage"))) {
      malformed(url, "c2pa.translated action must have sourceLanguage and targetLanguage");
    }
    relatedAssertions(action, url);
    if (action.name().equals("c2pa.redacted") && action.parameters().isPresent()) {
      redaction(action, url);
    }
    if (WATERMARKS.contains(action.name()) && manifest.named("c2pa.soft-binding").isEmpty()) {
      log.add(
          StatusCode.ASSERTION_ACTION_SOFT_BINDING_MISSING,
          url,
          "watermark action missing soft binding assertion");
    }
    action
        .map()
        .get("softwareAgent")
        .filter(Cbor.Map.class::isInstance)
        .ifPresent(agent -> contents.icons(List.of((Cbor.Map) agent)));
  }

  private static boolean hasIngredients(Action action) {
    return action
        .parameters()
        .filter(map -> map.get("ingredient").isPresent() || map.get("ingredients").isPresent())
        .isPresent();
  }

  private static boolean isEmpty(Action action, String parameter) {
    return action.parameters().flatMap(map -> map.text(parameter)).orElse("").isEmpty();
  }

  private void relationships(Action action, String url) {
    Relationship wanted =
        action.name().equals("c2pa.placed") || action.name().equals("c2pa.removed")
            ? Relationship.COMPONENT_OF
            : Relationship.PARENT_OF;
    long good = action.ingredients().stream().filter(uri -> is(uri, wanted)).count();
    boolean opened = action.name().equals("c2pa.opened");
    boolean wrong =
        OF_INGREDIENTS.contains(action.name())
            ? (opened ? good != 1 : good == 0)
            : OF_PARENTS.contains(action.name()) && hasIngredients(action) && good == 0;
    if (wrong) {
      mismatch(
          url,
          "action '%s' must have valid ingredient with %s relationship"
              .formatted(action.name(), wanted.term()));
    }
  }

  private boolean is(HashedUri uri, Relationship wanted) {
    return ingredients.stream()
        .filter(one -> one.relationship() == wanted)
        .anyMatch(
            one ->
                JumbfUri.assertion(uri.url())
                    .filter(one.assertion().box().label()::equals)
                    .isPresent());
  }

  private void relatedAssertions(Action action, String url) {
    Optional<Cbor> related = action.parameters().flatMap(map -> map.get("relatedAssertions"));
    if (related.isEmpty()) {
      return;
    }
    List<Cbor> items = related.get() instanceof Cbor.Array array ? array.items() : List.<Cbor>of();
    if (items.isEmpty()) {
      malformed(url, "relatedAssertions must contain at least one entry");
    }
    for (Cbor item : items) {
      String target = HashedUri.of(item).map(HashedUri::url).orElse("");
      boolean elsewhere =
          JumbfUri.manifest(target).filter(label -> !label.equals(manifest.label())).isPresent();
      Optional<Assertion> found = manifest.resolve(target);
      if (elsewhere || found.isEmpty()) {
        malformed(target.isEmpty() ? url : target, "relatedAssertions could not be resolved");
      } else if (Set.of(LABEL, Ingredient.LABEL).contains(found.get().label().base())) {
        malformed(target, "relatedAssertions must not reference actions or ingredients");
      }
    }
  }

  private void redaction(Action action, String url) {
    String redacted = action.parameters().flatMap(map -> map.text("redacted")).orElse("");
    Optional<Claim> target =
        JumbfUri.manifest(redacted).map(manifests::get).flatMap(Manifest::claim);
    if (target.isEmpty()) {
      log.add(
          StatusCode.ASSERTION_ACTION_REDACTION_MISMATCH,
          url,
          "redaction uri must be a valid reference");
      return;
    }
    Optional<String> label = JumbfUri.assertion(redacted);
    boolean claimed =
        label.isPresent()
            && target.get().assertions().stream().anyMatch(uri -> uri.url().contains(label.get()));
    boolean dataBox = redacted.contains("c2pa.databoxes") && claim.redactions().contains(redacted);
    if (!claimed && !dataBox) {
      log.add(StatusCode.ASSERTION_NOT_REDACTED, url, "the assertion was not redacted");
    }
  }

  private void malformed(String url, String why) {
    log.add(StatusCode.ASSERTION_ACTION_MALFORMED, url, why);
  }

  private void mismatch(String url, String why) {
    log.add(StatusCode.ASSERTION_ACTION_INGREDIENT_MISMATCH, url, why);
  }
}
