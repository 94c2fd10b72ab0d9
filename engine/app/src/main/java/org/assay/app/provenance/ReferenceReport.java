package org.assay.app.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assay.app.json.Json;
import org.assay.provenance.ValidatedCredentials;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.AssertionLabel;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode.Kind;
import org.assay.provenance.validation.IngredientReport;
import org.assay.provenance.validation.ValidationReport;

/**
 * A manifest store in the form of the reference tool's report, so that programs written for that
 * one can read ours. Text is as the file has it: hostile, escaped as JSON only.
 */
public final class ReferenceReport {
  private static final List<String> HASHES =
      List.of("c2pa.hash.data", "c2pa.hash.bmff", "c2pa.hash.boxes");

  private ReferenceReport() {}

  /** The report of one file; without a manifest only its path and a null. */
  public static ObjectNode of(String path, ValidatedCredentials validated) {
    ObjectNode json = Json.object().put("path", path);
    Optional<ManifestStore> store = validated.credentials().store();
    Optional<ValidationReport> report = validated.report();
    json.put("active_manifest", report.flatMap(ValidationReport::activeLabel).orElse(null));
    if (store.isPresent() && report.isPresent()) {
      ObjectNode manifests = json.putObject("manifests");
      for (Manifest manifest : store.get().manifests()) {
        Optional<Signer> signer = Optional.ofNullable(report.get().signers().get(manifest.label()));
        manifests.set(manifest.label(), manifest(manifest, signer));
      }
    }
    report.ifPresent(one -> validation(json, one));
    return json;
  }

  private static void validation(ObjectNode json, ValidationReport report) {
    report.error().ifPresent(error -> json.put("error", error));
    List<Status> failures = report.failures();
    if (!failures.isEmpty()) {
      failures.forEach(status -> json.withArray("validation_status").add(status(status)));
    }
    ObjectNode results = json.putObject("validation_results");
    results.set("activeManifest", groups(report.active()));
    ArrayNode deltas = results.putArray("ingredientDeltas");
    for (IngredientReport ingredient : report.ingredients()) {
      if (!ingredient.statuses().isEmpty()) {
        ObjectNode delta = deltas.addObject().put("ingredientAssertionURI", ingredient.uri());
        delta.set("validationDeltas", groups(ingredient.statuses()));
      }
    }
    json.put("validation_state", report.state().term());
  }

  private static ObjectNode groups(List<Status> statuses) {
    ObjectNode groups = Json.object();
    for (Kind kind : Kind.values()) {
      ArrayNode group = groups.putArray(kind.name().toLowerCase(Locale.ROOT));
      statuses.stream()
          .filter(status -> status.code().kind() == kind)
          .forEach(status -> group.add(status(status)));
    }
    return groups;
  }

  private static ObjectNode status(Status status) {
    return Json.object()
        .put("code", status.code().code())
        .put("url", status.url())
        .put("explanation", status.explanation());
  }

  private static ObjectNode manifest(Manifest manifest, Optional<Signer> signer) {
    ObjectNode json = Json.object();
    Optional<Claim> claim = manifest.claim();
    claim.ifPresent(one -> claim(json, one));
    ArrayNode ingredients = json.putArray("ingredients");
    manifest.ingredients().forEach(one -> ingredients.add(ingredient(one)));
    ArrayNode assertions = json.putArray("assertions");
    for (Assertion assertion : manifest.assertions()) {
      assertion(assertion)
          .ifPresent(
              data -> {
                ObjectNode one = assertions.addObject();
                one.put("label", label(assertion));
                one.set("data", data);
                if (assertion.label().instance() > 0) {
                  one.put("instance", assertion.label().instance());
                }
                if (assertion.kind() == Assertion.Kind.JSON) {
                  one.put("kind", "Json");
                }
                if (claim.filter(c -> created(c, assertion)).isPresent()) {
                  one.put("created", true);
                }
              });
    }
    signer.ifPresent(one -> json.set("signature_info", signature(one)));
    json.put("label", manifest.label());
    claim.ifPresent(one -> json.put("claim_version", one.version()));
    return json;
  }

  private static void claim(ObjectNode json, Claim claim) {
    claim.map().text("claim_generator").ifPresent(name -> json.put("claim_generator", name));
    if (!claim.generators().isEmpty()) {
      ArrayNode generators = json.putArray("claim_generator_info");
      claim.generators().forEach(one -> generators.add(CborJson.of(one)));
    }
    putUnlessEmpty(json, "title", claim.title());
    putUnlessEmpty(json, "format", claim.format());
    putUnlessEmpty(json, "instance_id", claim.instanceId());
    if (!claim.redactions().isEmpty()) {
      claim.redactions().forEach(json.putArray("redactions")::add);
    }
  }

  private static boolean created(Claim claim, Assertion assertion) {
    return claim.version() > 1
        && claim.created().stream()
            .anyMatch(uri -> AssertionLabel.ofUri(uri.url()).equals(assertion.label()));
  }

  private static String label(Assertion assertion) {
    String name = assertion.label().name();
    return name.equals("c2pa.actions") ? "c2pa.actions.v2" : name;
  }

  private static Optional<JsonNode> assertion(Assertion assertion) {
    String base = assertion.label().base();
    if (HASHES.contains(assertion.label().name()) || base.equals(Ingredient.LABEL)) {
      return Optional.empty();
    }
    if (assertion.kind() == Assertion.Kind.JSON) {
      try {
        String text = new String(assertion.data().toArray(), StandardCharsets.UTF_8);
        return Optional.of(Json.parse(assertion.box().label(), text));
      } catch (IOException notJson) {
        return Optional.empty(); // the status codes say so
      }
    }
    return assertion.cbor().map(CborJson::of);
  }

  private static ObjectNode ingredient(Ingredient ingredient) {
    ObjectNode json = Json.object();
    putUnlessEmpty(json, "title", ingredient.title());
    putUnlessEmpty(json, "format", ingredient.format());
    Optional<Cbor.Map> map = ingredient.assertion().map();
    map.flatMap(one -> one.text("documentID")).ifPresent(id -> json.put("document_id", id));
    map.flatMap(one -> one.text("instanceID")).ifPresent(id -> json.put("instance_id", id));
    json.put("relationship", ingredient.relationship().term());
    ingredient.manifestLabel().ifPresent(label -> json.put("active_manifest", label));
    map.flatMap(one -> one.get("validationResults"))
        .ifPresent(results -> json.set("validation_results", CborJson.of(results)));
    map.flatMap(one -> one.get("validationStatus"))
        .ifPresent(statuses -> json.set("validation_status", CborJson.of(statuses)));
    return json.put("label", ingredient.assertion().box().label());
  }

  private static ObjectNode signature(Signer signer) {
    ObjectNode json = Json.object().put("alg", signer.algorithm()).put("issuer", signer.issuer());
    putUnlessEmpty(json, "common_name", signer.commonName());
    if (!signer.certificates().isEmpty()) {
      serialNumber(signer).ifPresent(number -> json.put("cert_serial_number", number));
    }
    signer.time().ifPresent(time -> json.put("time", time.toString()));
    return json;
  }

  private static Optional<String> serialNumber(Signer signer) {
    byte[] der = signer.certificates().get(0).toArray();
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return Optional.of(certificate.getSerialNumber().toString());
    } catch (CertificateException unreadable) {
      return Optional.empty(); // the status codes say so
    }
  }

  private static void putUnlessEmpty(ObjectNode json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}
