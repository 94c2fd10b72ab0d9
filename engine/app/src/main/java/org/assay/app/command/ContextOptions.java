package org.assay.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.app.json.ContextJson;
import org.assay.media.Context;
import picocli.CommandLine.Option;

/**
 * What the platform knows about the post; a file {@code NAME.context.json} beside the media wins.
 */
final class ContextOptions {
  @Option(names = "--account", paramLabel = "ID", description = "The posting account.")
  private String account = "";

  @Option(names = "--caption", paramLabel = "TEXT", description = "The text of the post.")
  private String caption = "";

  @Option(names = "--hashtag", paramLabel = "TAG", description = "A hashtag; may be repeated.")
  private List<String> hashtags = List.of();

  @Option(
      names = "--posted",
      paramLabel = "INSTANT",
      description = "When, as 2026-11-22T10:15:00Z.")
  private Instant posted;

  @Option(names = "--remix-of", paramLabel = "ID", description = "The item this is a remix of.")
  private String remixOf;

  @Option(
      names = "--declared-label",
      paramLabel = "LABEL",
      description = "A label the poster put on it, such as ai-generated; may be repeated.")
  private Set<String> declaredLabels = Set.of();

  /**
   * The context of one file.
   *
   * @throws IOException if the file beside it is malformed
   */
  Context of(Path media) throws IOException {
    Path file = media.resolveSibling(media.getFileName() + Inputs.CONTEXT_SUFFIX);
    if (Files.exists(file)) {
      return ContextJson.readFile(file);
    }
    return new Context(
        account,
        caption,
        hashtags,
        Optional.ofNullable(posted),
        Optional.ofNullable(remixOf),
        declaredLabels);
  }
}
