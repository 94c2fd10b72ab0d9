package org.assay.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assay.app.json.Json;
import org.assay.media.MediaException;
import org.assay.provenance.Credentials;
import org.assay.provenance.ProvenanceReader;
import org.assay.provenance.c2pa.Action;
import org.assay.provenance.c2pa.AiSignals;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Content Credentials of files. */
@Command(
    name = "provenance",
    description = "Content Credentials (C2PA): whether they are there and what they say.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./assay provenance photo.jpg",
      "  ./assay provenance --json folder/",
      "",
      "Signatures, hashes and trust are not checked yet: the state of a manifest that is there stays",
      "null, and what it says is a claim."
    })
final class ProvenanceCommand implements Callable<Integer> {
  @Mixin private EngineOptions engineOptions;
  @Mixin private InputOptions inputs;

  private final ProvenanceReader reader = new ProvenanceReader();
  private final Surroundings surroundings;

  ProvenanceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    int threads = engineOptions.config(surroundings).workers();
    return inputs
        .run(surroundings, threads)
        .over(inputs.files(surroundings), "files", this::provenance);
  }

  private Answer provenance(String path) throws MediaException, IOException, InterruptedException {
    Credentials credentials = reader.read(Path.of(path));
    ObjectNode json = Json.object().put("path", path).putNull("state");
    json.put("present", credentials.present()).put("validated", false);
    Optional<Manifest> active = credentials.store().flatMap(ManifestStore::active);
    active.ifPresent(manifest -> json.set("active", active(manifest)));
    List<Action> actions = credentials.store().map(ManifestStore::actions).orElse(List.of());
    if (!actions.isEmpty()) {
      json.set("actions", actions(actions));
    }
    json.put("aiSignal", AiSignals.of(actions).name().toLowerCase(Locale.ROOT));
    if (credentials.present() && !credentials.damage().isEmpty()) {
      json.put("error", String.join("; ", credentials.damage()));
    }
    return Answer.of(json, Text.clean(path) + text(credentials, active));
  }

  private static ObjectNode active(Manifest manifest) {
    ObjectNode json = Json.object().put("label", manifest.label());
    manifest.claim().map(Claim::generator).ifPresent(name -> json.put("generator", name));
    return json;
  }

  private static ArrayNode actions(List<Action> actions) {
    ArrayNode json = Json.object().putArray("actions");
    for (Action action : actions) {
      ObjectNode one = json.addObject().put("action", action.name());
      putUnlessEmpty(one, "digitalSourceType", action.sourceType());
      putUnlessEmpty(one, "softwareAgent", action.softwareAgent());
    }
    return json;
  }

  private static void putUnlessEmpty(ObjectNode json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }

  private static String text(Credentials credentials, Optional<Manifest> active) {
    if (!credentials.present()) {
      return "\n  no Content Credentials";
    }
    StringBuilder text = new StringBuilder("\n  Content Credentials are there, not validated");
    active
        .flatMap(Manifest::claim)
        .ifPresent(claim -> text.append("\n  made by ").append(Text.clean(claim.generator())));
    credentials.store().map(ManifestStore::actions).orElse(List.of()).stream()
        .map(action -> action.name() + " " + action.sourceType() + " " + action.softwareAgent())
        .forEach(line -> text.append("\n  action ").append(Text.clean(line.strip())));
    credentials.damage().forEach(d -> text.append("\n  damage: ").append(Text.clean(d)));
    return text.toString();
  }
}
