package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import org.assay.media.Context;
import org.assay.signal.Kebab;

/**
 * The JSON form of a context, alone in a file {@code NAME.context.json} or as a part of an item.
 *
 * <p>All keys are optional: {@code account}, {@code caption}, {@code hashtags} (without the leading
 * {@code #}), {@code posted} (ISO 8601 with offset), {@code remixOf}, {@code declaredLabels} (kebab
 * case). An unknown key is an error.
 */
public final class ContextJson {
  private static final long FILE_LIMIT_BYTES = 1 << 20;

  private ContextJson() {}

  /** Writes what is known. */
  public static ObjectNode write(Context context) {
    ObjectNode node = Json.object();
    if (!context.account().isEmpty()) {
      node.put("account", Text.clean(context.account()));
    }
    if (!context.caption().isEmpty()) {
      node.put("caption", Text.clean(context.caption()));
    }
    if (!context.hashtags().isEmpty()) {
      node.set("hashtags", Json.texts(context.hashtags()));
    }
    context.posted().ifPresent(posted -> node.put("posted", posted.toString()));
    context.remixOf().ifPresent(item -> node.put("remixOf", Text.clean(item)));
    if (!context.declaredLabels().isEmpty()) {
      node.set("declaredLabels", Json.texts(context.declaredLabels().stream().sorted().toList()));
    }
    return node;
  }

  /** Reads a context; {@code path} says in messages where it stood. */
  public static Context read(String path, JsonNode node) throws IOException {
    return Fields.of(path, node, ContextJson::read);
  }

  /**
   * Reads a context file.
   *
   * @throws IOException if it cannot be read, is larger than 1 MiB, or is not a context
   */
  public static Context readFile(Path file) throws IOException {
    long size = Files.size(file);
    if (size > FILE_LIMIT_BYTES) {
      throw new IOException(
          "%s: a context file has at most %d bytes, found %d"
              .formatted(file, FILE_LIMIT_BYTES, size));
    }
    return read(file.toString(), Json.parse(file.toString(), Files.readString(file)));
  }

  private static Context read(Fields fields) throws IOException {
    fields.allowOnly("account", "caption", "hashtags", "posted", "remixOf", "declaredLabels");
    HashSet<String> labels = new HashSet<>(fields.texts("declaredLabels"));
    labels.forEach(label -> Kebab.require("declared label", label));
    return new Context(
        fields.optionalText("account").orElse(""),
        fields.optionalText("caption").orElse(""),
        fields.texts("hashtags"),
        posted(fields),
        fields.optionalText("remixOf"),
        labels);
  }

  private static Optional<Instant> posted(Fields fields) throws IOException {
    Optional<String> text = fields.optionalText("posted");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeException wrong) {
      throw new IOException(
          "%s.posted: expected a time such as 2026-11-22T10:00:00Z, found '%s'"
              .formatted(fields.path(), text.get()),
          wrong);
    }
  }
}
