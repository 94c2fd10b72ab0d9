package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import org.assay.decision.Decision;
import org.assay.decision.Ruling;
import org.assay.decision.Verdict;

/**
 * The JSON form of a decision: {@code {"verdict":"review", "labels":[…], "ruleBase":…,
 * "rulings":[…]}}; equal decisions give equal text.
 */
public final class DecisionJson {
  private DecisionJson() {}

  /** Writes the decision, strongest ruling first, shadows last. */
  public static ObjectNode write(Decision decision) {
    ObjectNode node = Json.object();
    node.put("verdict", Json.kebab(decision.verdict()));
    node.set("labels", Json.texts(decision.labels().stream().sorted().toList()));
    node.put("ruleBase", decision.ruleBase());
    ArrayNode rulings = node.putArray("rulings");
    decision.orderedRulings().forEach(ruling -> rulings.add(write(ruling)));
    return node;
  }

  private static ObjectNode write(Ruling ruling) {
    ObjectNode node = Json.object();
    node.put("rule", ruling.rule()).put("policy", ruling.policy());
    node.put("verdict", Json.kebab(ruling.verdict()));
    node.put("because", Text.clean(ruling.because()));
    node.set("labels", Json.texts(ruling.labels().stream().sorted().toList()));
    return node.put("shadow", ruling.shadow());
  }

  /** Reads a decision; {@code path} says in messages where it stood. */
  public static Decision read(String path, JsonNode node) throws IOException {
    return Fields.of(
        path,
        node,
        fields ->
            new Decision(
                fields.oneOf("verdict", Verdict.class),
                new HashSet<>(fields.texts("labels")),
                new HashSet<>(fields.list("rulings", DecisionJson::ruling)),
                fields.text("ruleBase")));
  }

  private static Ruling ruling(String path, JsonNode node) throws IOException {
    return Fields.of(
        path,
        node,
        fields ->
            new Ruling(
                fields.text("rule"),
                fields.text("policy"),
                fields.oneOf("verdict", Verdict.class),
                new HashSet<>(fields.texts("labels")),
                fields.text("because"),
                fields.flag("shadow")));
  }
}
