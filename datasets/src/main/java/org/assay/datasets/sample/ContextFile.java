package org.assay.datasets.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.media.Context;

/** The JSON that lies beside a media file and says what the platform knows about its post. */
public final class ContextFile {
  private ContextFile() {}

  /** The name of the context file of a media file. */
  public static String name(String mediaFileName) {
    return mediaFileName + ".context.json";
  }

  /** One JSON object, a key a line; what is not known is left out. */
  public static String json(Context context) {
    List<String> lines = new ArrayList<>();
    if (!context.account().isEmpty()) {
      lines.add("\"account\": " + text(context.account()));
    }
    if (!context.caption().isEmpty()) {
      lines.add("\"caption\": " + text(context.caption()));
    }
    if (!context.hashtags().isEmpty()) {
      lines.add("\"hashtags\": " + array(context.hashtags()));
    }
    context.posted().map(Instant::toString).ifPresent(at -> lines.add("\"posted\": " + text(at)));
    context.remixOf().ifPresent(id -> lines.add("\"remixOf\": " + text(id)));
    if (!context.declaredLabels().isEmpty()) {
      lines.add(
          "\"declaredLabels\": " + array(context.declaredLabels().stream().sorted().toList()));
    }
    return lines.isEmpty() ? "{}\n" : "{\n  " + String.join(",\n  ", lines) + "\n}\n";
  }

  private static String array(Collection<String> texts) {
    return texts.stream().map(ContextFile::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
