package org.assay.app.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.assay.provenance.cbor.Cbor;

/** CBOR as JSON, as the reference tool shows assertions: byte strings in Base64, tags left out. */
final class CborJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CborJson() {}

  static JsonNode of(Cbor item) {
    if (item instanceof Cbor.Int number) {
      return NODES.numberNode(number.value());
    } else if (item instanceof Cbor.Bytes bytes) {
      return NODES.textNode(Base64.getEncoder().encodeToString(bytes.value().toArray()));
    } else if (item instanceof Cbor.Text text) {
      return NODES.textNode(text.value());
    } else if (item instanceof Cbor.Array array) {
      ArrayNode node = NODES.arrayNode();
      array.items().forEach(one -> node.add(of(one)));
      return node;
    } else if (item instanceof Cbor.Map map) {
      ObjectNode node = NODES.objectNode();
      map.entries().forEach(entry -> node.set(key(entry.key()), of(entry.value())));
      return node;
    } else if (item instanceof Cbor.Tag tag) {
      return of(tag.item());
    } else if (item instanceof Cbor.Real real) {
      return Double.isFinite(real.value()) ? NODES.numberNode(real.value()) : NODES.nullNode();
    }
    return simple(((Cbor.Simple) item).value());
  }

  private static JsonNode simple(int value) {
    return switch (value) {
      case 20 -> NODES.booleanNode(false);
      case 21 -> NODES.booleanNode(true);
      default -> NODES.nullNode();
    };
  }

  private static String key(Cbor key) {
    return key instanceof Cbor.Text text ? text.value() : of(key).asText();
  }
}
