package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assay.decision.Case;
import org.assay.media.MediaType;
import org.assay.signal.Signal;

/** The JSON form of a case: {@code {"item":{…}, "mediaType":"image/jpeg", "signals":[…]}}. */
public final class CaseJson {
  private CaseJson() {}

  /** Writes the case. */
  public static ObjectNode write(Case examined) {
    ObjectNode node = Json.object();
    node.set("item", ItemJson.write(examined.item()));
    node.put("mediaType", examined.type().mime());
    node.set("signals", signals(examined.signals()));
    return node;
  }

  /** Writes the signals of a case, in their order. */
  public static ArrayNode signals(List<Signal> signals) {
    ArrayNode array = Json.array();
    signals.forEach(signal -> array.add(SignalJson.write(signal)));
    return array;
  }

  /** Reads a case; {@code path} says in messages where it stood. */
  public static Case read(String path, JsonNode node) throws IOException {
    return Fields.of(
        path,
        node,
        fields ->
            new Case(
                fields.object("item", ItemJson::read),
                mediaType(path, fields.text("mediaType")),
                fields.list("signals", SignalJson::read)));
  }

  private static MediaType mediaType(String path, String mime) throws IOException {
    return Arrays.stream(MediaType.values())
        .filter(type -> type.mime().equals(mime))
        .findFirst()
        .orElseThrow(() -> new IOException(path + ".mediaType: unknown type '" + mime + "'"));
  }
}
