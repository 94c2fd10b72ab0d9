package org.assay.provenance.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.json.Json;

/** What may stand in metadata assertions, C2PA 2.2 section 18.17 and annex B. */
final class MetadataRules {
  private static final String COMMON = "c2pa.metadata";
  private static final String OF_ASSERTIONS = "c2pa.assertion.metadata";
  private static final Pattern LABEL =
      Pattern.compile("[a-zA-Z0-9][\\w-]*(\\.[a-zA-Z0-9][\\w-]*)*\\.metadata");
  private static final Map<String, Allowed> ALLOWED = read();

  private record Allowed(Set<String> namespaces, Set<String> fields) {}

  private MetadataRules() {}

  static boolean isMetadata(String name) {
    return LABEL.matcher(name).matches() && !name.equals(OF_ASSERTIONS);
  }

  /** Whether it has a context of texts, which the reference cannot read on without. */
  static boolean readable(Assertion assertion) {
    return context(assertion).isPresent();
  }

  /**
   * Whether every field is declared, and in {@code c2pa.metadata} on the list.
   *
   * @param everyField false leaves out whether fields of {@code c2pa.metadata} are on the list
   * @throws Refusal if it is no metadata at all
   */
  static boolean allowed(Assertion assertion, boolean everyField) throws Refusal {
    Map<String, String> context =
        context(assertion)
            .orElseThrow(
                () ->
                    new Refusal("assertion '%s' is malformed".formatted(assertion.box().label())));
    boolean common = assertion.label().name().equals(COMMON);
    if (context.isEmpty() || (common && !namespacesAllowed(context))) {
      return false;
    }
    for (String field : fields(assertion)) {
      int colon = field.indexOf(':');
      if (colon >= 0 && !context.containsKey(field.substring(0, colon))) {
        return false;
      }
      if (common && everyField && !fieldAllowed(field, colon)) {
        return false;
      }
    }
    return true;
  }

  private static boolean namespacesAllowed(Map<String, String> context) {
    return context.entrySet().stream()
        .filter(entry -> ALLOWED.containsKey(entry.getKey()))
        .allMatch(entry -> ALLOWED.get(entry.getKey()).namespaces().contains(entry.getValue()));
  }

  private static boolean fieldAllowed(String field, int colon) {
    return colon >= 0
        && ALLOWED.containsKey(field.substring(0, colon))
        && ALLOWED.get(field.substring(0, colon)).fields().contains(field.substring(colon + 1));
  }

  private static Optional<Map<String, String>> context(Assertion assertion) {
    Map<String, String> context = new HashMap<>();
    if (assertion.kind() == Assertion.Kind.JSON) {
      Optional<Json.Map> declared = object(assertion).flatMap(json -> json.object("@context"));
      declared.ifPresent(
          json -> json.members().keySet().forEach(k -> context.put(k, json.text(k).orElse(""))));
      return declared.map(json -> context);
    }
    if (assertion.map().flatMap(map -> map.get("@context")).orElse(null) instanceof Cbor.Map map) {
      for (Cbor.Entry entry : map.entries()) {
        if (entry.key() instanceof Cbor.Text key && entry.value() instanceof Cbor.Text value) {
          context.put(key.value(), value.value());
        }
      }
      return Optional.of(context);
    }
    return Optional.empty();
  }

  private static Optional<Json.Map> object(Assertion assertion) {
    return assertion.kind() == Assertion.Kind.JSON
        ? JsonContent.parse(assertion.data())
            .filter(Json.Map.class::isInstance)
            .map(Json.Map.class::cast)
        : Optional.empty();
  }

  private static Set<String> fields(Assertion assertion) {
    Map<String, Boolean> fields = new LinkedHashMap<>();
    object(assertion).ifPresent(json -> json.members().keySet().forEach(k -> fields.put(k, true)));
    assertion
        .map()
        .ifPresent(
            map ->
                map.entries().stream()
                    .filter(entry -> entry.key() instanceof Cbor.Text)
                    .forEach(entry -> fields.put(((Cbor.Text) entry.key()).value(), true)));
    fields.remove("@context");
    return fields.keySet();
  }

  private static Map<String, Allowed> read() {
    Map<String, Allowed> allowed = new HashMap<>();
    try (InputStream file = MetadataRules.class.getResourceAsStream("metadata-fields.txt")) {
      if (file == null) {
        throw new IllegalStateException("resource metadata-fields.txt is not in the program");
      }
      new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .forEach(
              part ->
                  allowed.put(
                      part[0],
                      new Allowed(Set.of(part[1].split(" ")), Set.of(part[2].split(" ")))));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return Map.copyOf(allowed);
  }
}
