package org.assay.provenance.mark;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/**
 * Names of generators where files name the program that wrote them. Weak: anybody can type a name.
 * Names that are also words or other products (Flux, Forge, Runway, Sora) are left out.
 */
final class GeneratorNames {
  private static final String CREATOR_TOOL = "http://ns.adobe.com/xap/1.0/";
  private static final Set<String> PROGRAM_KEYWORDS =
      Set.of(
          "software",
          "\u00A9swr",
          "\u00A9too",
          "tsse",
          "isft",
          "encoder",
          "com.apple.quicktime.software");
  private static final List<String> NAMES =
      List.of(
          "AUTOMATIC1111",
          "Adobe Firefly",
          "Bing Image Creator",
          "ComfyUI",
          "Craiyon",
          "DALL-E",
          "DALL·E",
          "DALLE",
          "DiffusionBee",
          "Doubao",
          "Draw Things",
          "DreamStudio",
          "ElevenLabs",
          "Fooocus",
          "Hailuo AI",
          "Ideogram",
          "InvokeAI",
          "Jimeng",
          "Kling AI",
          "Leonardo.Ai",
          "Luma Dream Machine",
          "Midjourney",
          "NightCafe",
          "NovelAI",
          "Pika Labs",
          "Recraft",
          "RunwayML",
          "Stable Diffusion",
          "Stability AI",
          "SwarmUI",
          "stable-diffusion-webui");

  /** A name with nothing that could belong to a longer word on either side. */
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + NAMES.stream().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private GeneratorNames() {}

  static List<Mark> find(Statement statement) {
    boolean program =
        statement.isExif("Software")
            || statement.isXmp(CREATOR_TOOL, "CreatorTool")
            || PROGRAM_KEYWORDS.stream().anyMatch(statement::isText);
    if (!program) {
      return List.of();
    }
    Matcher name = PATTERN.matcher(statement.text());
    return name.find()
        ? List.of(Marking.ai("software-name", statement, statement.text(), Strength.WEAK))
        : List.of();
  }
}
