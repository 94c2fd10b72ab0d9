package org.assay.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;

/** Parses and prints JSON trees. Safe for concurrent use. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** An empty object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An array of texts, cleaned. */
  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(text -> array.add(Text.clean(text)));
    return array;
  }

  /** An empty array to fill. */
  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** One line, without line breaks inside, whatever the texts contain. */
  public static String print(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible); // a tree in memory can always be written
    }
  }

  /**
   * Reads one JSON value.
   *
   * @param what names the text in the message, such as the path of its file
   * @throws IOException if it is not JSON, names a key twice, or goes on after the value
   */
  public static JsonNode parse(String what, String text) throws IOException {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new IOException(what + ": expected JSON, found nothing");
      }
      return node;
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
      throw new IOException(
          "%s: not JSON%s: %s".formatted(what, where, broken.getOriginalMessage()), broken);
    }
  }

  /** The JSON form of an enum constant: {@code FULLY_GENERATED} is {@code fully-generated}. */
  public static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
