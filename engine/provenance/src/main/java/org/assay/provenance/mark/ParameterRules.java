package org.assay.provenance.mark;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/**
 * Parameters that local generators write. A keyword alone is never enough, because other programs
 * use {@code parameters}, {@code prompt} and {@code workflow} too.
 */
final class ParameterRules {
  private static final Pattern STEPS = Pattern.compile("(?:^|[\\s,])Steps: \\d{1,5}(?=[,\\s]|$)");
  private static final Pattern SAMPLER_OR_SEED =
      Pattern.compile("(?:^|[\\s,])(?:Sampler: \\S|Seed: -?\\d)");
  private static final Pattern CIVITAI = Pattern.compile("Civitai (?:resources|metadata): ");
  private static final Pattern FOOOCUS =
      Pattern.compile("\"(?:software|version)\"\\s*:\\s*\"[^\"]{0,40}Fooocus");
  private static final Pattern DREAM = Pattern.compile("-s ?\\d+ .{0,200}-S ?-?\\d+");
  private static final Set<String> INVOKE_KEYWORDS =
      Set.of("invokeai_metadata", "invokeai_graph", "invokeai_workflow", "sd-metadata");

  private ParameterRules() {}

  /** AUTOMATIC1111's WebUI and all that write its format: Forge, SD.Next, Civitai. */
  static List<Mark> stableDiffusion(Statement statement) {
    if (!statement.isComment()) {
      return List.of();
    }
    String text = statement.text();
    Matcher steps = STEPS.matcher(text);
    // the first match is enough: what does not follow it follows no later one
    if (steps.find() && SAMPLER_OR_SEED.matcher(text).region(steps.end(), text.length()).find()) {
      String kind = CIVITAI.matcher(text).find() ? "civitai" : "a1111";
      return strong(kind, statement, text.substring(steps.start()));
    }
    return List.of();
  }

  /** ComfyUI's prompt (what ran) or workflow (the graph as drawn), both JSON. */
  static List<Mark> comfyUi(Statement statement) {
    String text = statement.text();
    if (!statement.isComment() || text.indexOf('{') < 0) {
      return List.of();
    }
    if (text.contains("\"class_type\"") && text.contains("\"inputs\"")) {
      return strong("comfyui", statement, text);
    }
    boolean graph =
        text.contains("\"nodes\"")
            && (text.contains("\"last_node_id\"") || text.contains("\"last_link_id\""));
    return graph ? strong("comfyui", statement, text) : List.of();
  }

  /** SwarmUI's JSON object. */
  static List<Mark> swarmUi(Statement statement) {
    return statement.isComment() && statement.text().contains("\"sui_image_params\"")
        ? strong("swarmui", statement, statement.text())
        : List.of();
  }

  /** Fooocus and its forks: a keyword of their own, or their name in a JSON object. */
  static List<Mark> fooocus(Statement statement) {
    boolean shared = statement.isText("parameters") || statement.isExif("UserComment");
    boolean named =
        statement.isText("fooocus_scheme") || (shared && FOOOCUS.matcher(statement.text()).find());
    return named ? strong("fooocus", statement, statement.text()) : List.of();
  }

  /** InvokeAI's keywords, and the command line that its ancestor wrote. */
  static List<Mark> invokeAi(Statement statement) {
    boolean json =
        statement.origin() == Statement.Origin.TEXT
            && INVOKE_KEYWORDS.contains(statement.keyword())
            && statement.text().stripLeading().startsWith("{");
    boolean dream = statement.isText("Dream") && DREAM.matcher(statement.text()).find();
    return json || dream ? strong("invokeai", statement, statement.text()) : List.of();
  }

  /** TensorArt's JSON object. */
  static List<Mark> tensorArt(Statement statement) {
    return statement.isText("generation_data") && statement.text().contains("\"prompt\"")
        ? strong("tensorart", statement, statement.text())
        : List.of();
  }

  private static List<Mark> strong(String kind, Statement statement, String value) {
    return List.of(Marking.ai(kind, statement, value, Strength.STRONG));
  }
}
