package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.assay.signal.Evidence;
import org.assay.signal.Interval;
import org.assay.signal.Region;

/** The JSON form of evidence: {@code {"type":"region"|"interval", …}}. */
public final class EvidenceJson {
  private EvidenceJson() {}

  /** Writes all, in order. */
  public static ArrayNode write(List<Evidence> evidence) {
    ArrayNode array = Json.array();
    evidence.forEach(one -> array.add(write(one)));
    return array;
  }

  private static ObjectNode write(Evidence evidence) {
    ObjectNode node = Json.object();
    if (evidence instanceof Region region) {
      node.put("type", "region");
      node.put("left", region.left()).put("top", region.top());
      node.put("width", region.width()).put("height", region.height());
      ArrayNode points = node.putArray("points");
      region.points().forEach(point -> points.addArray().add(point.x()).add(point.y()));
      node.put("score", region.score());
      region.time().ifPresent(time -> node.put("timeSeconds", Fields.inSeconds(time)));
    } else if (evidence instanceof Interval interval) {
      node.put("type", "interval");
      node.put("startSeconds", Fields.inSeconds(interval.start()));
      node.put("endSeconds", Fields.inSeconds(interval.end()));
    } else {
      throw new IllegalStateException("no JSON form for " + evidence.getClass());
    }
    return node.put("note", Text.clean(evidence.note()));
  }

  /** Reads one piece of evidence. */
  static Evidence read(String path, JsonNode node) throws IOException {
    return Fields.of(path, node, EvidenceJson::read);
  }

  private static Evidence read(Fields fields) throws IOException {
    String type = fields.text("type");
    return switch (type) {
      case "region" ->
          new Region(
              fields.number("left"),
              fields.number("top"),
              fields.number("width"),
              fields.number("height"),
              fields.list("points", EvidenceJson::point),
              fields.number("score"),
              fields.optionalSeconds("timeSeconds"),
              fields.text("note"));
      case "interval" ->
          new Interval(
              fields.seconds("startSeconds"), fields.seconds("endSeconds"), fields.text("note"));
      default -> throw new IOException(fields.path() + ": unknown evidence type '" + type + "'");
    };
  }

  private static Region.Point point(String path, JsonNode node) throws IOException {
    if (!node.isArray() || node.size() != 2) {
      throw new IOException(path + ": expected [x, y], found " + Json.print(node));
    }
    return new Region.Point(Fields.number(path, node.get(0)), Fields.number(path, node.get(1)));
  }
}
