package org.assay.app.provenance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.assay.app.json.Json;
import org.assay.provenance.Credentials;
import org.assay.provenance.ValidatedCredentials;
import org.assay.provenance.bytes.HostileText;
import org.assay.provenance.c2pa.Action;
import org.assay.provenance.c2pa.AiSignals;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.KnownGenerators;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.c2pa.Rubric;
import org.assay.provenance.c2pa.RubricEvidence;
import org.assay.provenance.c2pa.SoftBinding;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.mark.Marks;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode.Kind;
import org.assay.provenance.validation.IngredientReport;
import org.assay.provenance.validation.ValidationReport;
import org.assay.signal.Mark;

/** The line of {@code provenance --json}. Text from the file is cleaned and bounded. */
public final class ProvenanceJson {
  private static final int MAX_TEXT = 500;
  private static final int MAX_ITEMS = 2000;
  private static final int MAX_REASONS = 50;

  private ProvenanceJson() {}

  /** The line of one file. */
  public static ObjectNode line(String path, ValidatedCredentials validated) {
    Credentials credentials = validated.credentials();
    Optional<ValidationReport> report = validated.report();
    ObjectNode json = Json.object().put("path", path);
    json.put("state", report.map(one -> one.state().term()).orElse(null));
    json.put("present", credentials.present());
    credentials.sidecar().ifPresent(file -> json.put("sidecar", file.toString()));
    report.flatMap(ValidationReport::error).ifPresent(error -> put(json, "error", error));
    Optional<ManifestStore> store = credentials.store();
    Optional<Manifest> active = store.flatMap(ManifestStore::active);
    if (active.isPresent() && report.isPresent()) {
      json.set("active", active(active.get(), report.get()));
    }
    report.ifPresent(one -> ingredients(json, one.ingredients()));
    List<Action> actions = store.map(ManifestStore::actions).orElse(List.of());
    actions(json, actions);
    json.put("aiSignal", AiSignals.of(actions).name().toLowerCase(Locale.ROOT));
    store.ifPresent(one -> reading(json, one));
    marks(json, credentials);
    credentials
        .container()
        .remoteManifest()
        .ifPresent(address -> put(json, "remoteManifest", address));
    return json;
  }

  private static void reading(ObjectNode json, ManifestStore store) {
    List<RubricEvidence> evidence = Rubric.read(store);
    if (!evidence.isEmpty()) {
      ArrayNode array = json.putArray("reading");
      for (RubricEvidence one : evidence.subList(0, Math.min(evidence.size(), MAX_ITEMS))) {
        ObjectNode object = array.addObject().put("signal", one.signal().identifier());
        put(object, "action", one.action());
        put(object, "digitalSourceType", one.sourceType());
        ArrayNode path = object.putArray("path");
        one.path().forEach(label -> path.add(HostileText.clean(label, MAX_TEXT)));
      }
    }
    List<String> known = KnownGenerators.in(store);
    if (!known.isEmpty()) {
      known.forEach(json.putArray("knownGenerators")::add);
    }
  }

  /** Marks in the file's metadata, and those that the manifests say the item carries. */
  private static void marks(ObjectNode json, Credentials credentials) {
    ArrayNode array = Json.object().putArray("marks");
    for (Mark mark : Marks.read(credentials.container()).marks()) {
      if (array.size() < MAX_ITEMS) {
        ObjectNode object = array.addObject().put("kind", mark.kind());
        put(object, "place", mark.place());
        put(object, "value", mark.value());
        object.put("strength", Json.kebab(mark.strength())).put("ai", mark.ai());
      }
    }
    List<SoftBinding> bindings = credentials.store().map(SoftBinding::in).orElse(List.of());
    for (SoftBinding binding : bindings) {
      if (array.size() < MAX_ITEMS) {
        ObjectNode object = array.addObject().put("kind", "soft-binding");
        put(object, "value", binding.algorithm());
        put(object, "name", binding.name());
      }
    }
    if (!array.isEmpty()) {
      json.set("marks", array);
    }
  }

  private static ObjectNode active(Manifest manifest, ValidationReport report) {
    ObjectNode json = Json.object();
    put(json, "label", manifest.label());
    manifest.claim().map(Claim::generator).ifPresent(name -> put(json, "generator", name));
    manifest.claim().map(Claim::title).ifPresent(title -> put(json, "title", title));
    report.signer().ifPresent(signer -> json.set("signer", signer(signer)));
    statuses(json, report.active());
    return json;
  }

  private static ObjectNode signer(Signer signer) {
    ObjectNode json = Json.object();
    put(json, "issuer", signer.issuer());
    put(json, "commonName", signer.commonName());
    put(json, "alg", signer.algorithm());
    signer.time().ifPresent(time -> json.put("time", time.toString()));
    put(json, "anchor", signer.anchor());
    put(json, "list", signer.list());
    return json;
  }

  private static void ingredients(ObjectNode json, List<IngredientReport> ingredients) {
    if (!ingredients.isEmpty()) {
      ArrayNode array = json.putArray("ingredients");
      for (IngredientReport ingredient : ingredients) {
        if (array.size() < MAX_ITEMS || !ingredient.statuses().isEmpty()) {
          ObjectNode one = array.addObject();
          put(one, "label", ingredient.manifest());
          put(one, "title", ingredient.title());
          put(one, "relationship", ingredient.relationship());
          statuses(one, ingredient.statuses());
        }
      }
    }
  }

  private static void statuses(ObjectNode json, List<Status> statuses) {
    for (Kind kind : Kind.values()) {
      TreeSet<String> codes = new TreeSet<>();
      statuses.stream()
          .filter(status -> status.code().kind() == kind)
          .forEach(status -> codes.add(status.code().code()));
      ArrayNode array = json.putArray(kind.name().toLowerCase(Locale.ROOT));
      codes.forEach(array::add);
    }
    List<Status> failed = statuses.stream().filter(Status::failed).toList();
    if (!failed.isEmpty()) {
      ArrayNode why = json.putArray("why");
      for (Status status : failed.subList(0, Math.min(failed.size(), MAX_REASONS))) {
        why.add(HostileText.clean(sentence(status), MAX_TEXT));
      }
    }
  }

  private static void actions(ObjectNode json, List<Action> actions) {
    if (!actions.isEmpty()) {
      ArrayNode array = json.putArray("actions");
      for (Action action : actions.subList(0, Math.min(actions.size(), MAX_ITEMS))) {
        ObjectNode one = array.addObject();
        put(one, "action", action.name());
        put(one, "digitalSourceType", action.sourceType());
        put(one, "softwareAgent", action.softwareAgent());
      }
    }
  }

  private static String sentence(Status status) {
    return status.code().code() + ": " + status.explanation() + " (" + status.url() + ")";
  }

  private static void put(ObjectNode json, String key, String hostile) {
    String text = HostileText.clean(hostile, MAX_TEXT);
    if (!text.isEmpty()) {
      json.put(key, text);
    }
  }
}
