package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of one JSON object, read with messages that say where, what was expected and found.
 */
final class Fields {
  private final String path;
  private final JsonNode node;

  private Fields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** Reads one element of an array, or one nested object. */
  interface Reader<T> {
    T read(String path, JsonNode node) throws IOException;
  }

  /** Makes a record of fields; its constructor may refuse them. */
  interface Maker<T> {
    T make(Fields fields) throws IOException;
  }

  /** Reads an object with {@code maker}; what a record's constructor refuses is bad input. */
  static <T> T of(String path, JsonNode node, Maker<T> maker) throws IOException {
    if (!node.isObject()) {
      throw new IOException(path + ": expected an object, found " + shown(node));
    }
    try {
      return maker.make(new Fields(path, node));
    } catch (IllegalArgumentException refused) {
      throw new IOException(path + ": " + refused.getMessage(), refused);
    }
  }

  String path() {
    return path;
  }

  /** Refuses keys that are not named here, so that a misspelt key is not passed over. */
  void allowOnly(String... keys) throws IOException {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    Arrays.asList(keys).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IOException(
          "%s: unknown key %s; known keys are %s"
              .formatted(path, Json.print(Json.texts(unknown)), String.join(", ", keys)));
    }
  }

  String text(String key) throws IOException {
    JsonNode value = required(key);
    if (!value.isTextual()) {
      throw wrong(key, "a text", value);
    }
    return value.textValue();
  }

  Optional<String> optionalText(String key) throws IOException {
    return node.hasNonNull(key) ? Optional.of(text(key)) : Optional.empty();
  }

  List<String> texts(String key) throws IOException {
    return list(
        key,
        (at, element) -> {
          if (!element.isTextual()) {
            throw new IOException(at + ": expected a text, found " + shown(element));
          }
          return element.textValue();
        });
  }

  /** Not a number and infinity travel as texts, as JSON has no form for them. */
  double number(String key) throws IOException {
    JsonNode value = required(key);
    return number(path + "." + key, value);
  }

  static double number(String at, JsonNode value) throws IOException {
    if (value.isNumber()) {
      return value.doubleValue();
    }
    if (value.isTextual() && value.textValue().matches("NaN|-?Infinity")) {
      return Double.parseDouble(value.textValue());
    }
    throw new IOException(at + ": expected a number, found " + shown(value));
  }

  int integer(String key) throws IOException {
    JsonNode value = required(key);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(key, "a whole number", value);
    }
    return value.intValue();
  }

  boolean flag(String key) throws IOException {
    JsonNode value = required(key);
    if (!value.isBoolean()) {
      throw wrong(key, "true or false", value);
    }
    return value.booleanValue();
  }

  /** Exact to the nanosecond up to a million seconds. */
  Duration seconds(String key) throws IOException {
    double seconds = number(key);
    if (!(Math.abs(seconds) < 1e15)) {
      throw wrong(key, "seconds", required(key));
    }
    long nanos = 1_000_000_000;
    BigDecimal exact = BigDecimal.valueOf(seconds).setScale(9, RoundingMode.HALF_EVEN);
    long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
    BigDecimal rest = exact.subtract(BigDecimal.valueOf(whole)).multiply(BigDecimal.valueOf(nanos));
    return Duration.ofSeconds(whole, rest.longValueExact());
  }

  Optional<Duration> optionalSeconds(String key) throws IOException {
    return node.hasNonNull(key) ? Optional.of(seconds(key)) : Optional.empty();
  }

  <E extends Enum<E>> E oneOf(String key, Class<E> type) throws IOException {
    String found = text(key);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (Json.kebab(constant).equals(found)) {
        return constant;
      }
      known.add(Json.kebab(constant));
    }
    throw wrong(key, "one of " + String.join(", ", known), required(key));
  }

  <T> List<T> list(String key, Reader<T> reader) throws IOException {
    JsonNode array = node.path(key);
    if (array.isMissingNode() || array.isNull()) {
      return List.of();
    }
    if (!array.isArray()) {
      throw wrong(key, "an array", array);
    }
    List<T> elements = new ArrayList<>();
    for (JsonNode element : array) {
      elements.add(reader.read("%s.%s[%d]".formatted(path, key, elements.size()), element));
    }
    return elements;
  }

  <T> T object(String key, Reader<T> reader) throws IOException {
    return reader.read(path + "." + key, required(key));
  }

  private JsonNode required(String key) throws IOException {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      throw new IOException(path + ": '" + key + "' is missing");
    }
    return value;
  }

  private IOException wrong(String key, String expected, JsonNode found) {
    return new IOException(
        "%s.%s: expected %s, found %s".formatted(path, key, expected, shown(found)));
  }

  private static String shown(JsonNode node) {
    String text = Json.print(node);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  /** The form that {@link #seconds} reads. */
  static BigDecimal inSeconds(Duration duration) {
    BigDecimal exact = BigDecimal.valueOf(duration.getSeconds());
    return exact.add(BigDecimal.valueOf(duration.getNano(), 9)).stripTrailingZeros();
  }
}
