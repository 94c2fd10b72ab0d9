package org.assay.app.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assay.app.json.DecisionJson;
import org.assay.app.json.Json;
import org.assay.app.store.DecidedCase;
import org.assay.app.store.OutboxEntry;

/**
 * An outbox entry on its way to a subscriber.
 *
 * @param key the same at every attempt and unlike any other's; receivers tell repeats by it
 */
public record Notice(String key, OutboxEntry entry) {

  /**
   * One line: {@code {"key", "type":"decided", "item", "at", "pipeline", "mediaType", "decision"}}
   * or {@code {"key", "type":"parked", "item", "at", "cause"}}.
   */
  public String json() {
    ObjectNode node = Json.object();
    node.put("key", key);
    if (entry instanceof OutboxEntry.Decided told) {
      DecidedCase decided = told.decided();
      node.put("type", "decided").put("item", entry.item().id());
      node.put("at", entry.written().toString()).put("pipeline", decided.pipeline());
      node.put("mediaType", decided.examined().type().mime());
      node.set("decision", DecisionJson.write(decided.decision()));
    } else if (entry instanceof OutboxEntry.Parked parked) {
      node.put("type", "parked").put("item", entry.item().id());
      node.put("at", entry.written().toString()).put("cause", parked.cause());
    } else {
      throw new IllegalStateException("no JSON form for " + entry.getClass());
    }
    return Json.print(node);
  }
}
