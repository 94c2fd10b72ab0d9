package org.assay.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.assay.media.MediaItem;

/** The JSON form of an item: {@code {"id":…, "source":…, "file":…, "context":{…}}}. */
public final class ItemJson {
  private ItemJson() {}

  /** Writes the item; the media itself stays in its file. */
  public static ObjectNode write(MediaItem item) {
    ObjectNode node = Json.object();
    node.put("id", item.id()).put("source", Text.clean(item.source()));
    node.put("file", item.file().toString());
    node.set("context", ContextJson.write(item.context()));
    return node;
  }

  /** Reads an item; {@code path} says in messages where it stood. */
  public static MediaItem read(String path, JsonNode node) throws IOException {
    return Fields.of(
        path,
        node,
        fields ->
            new MediaItem(
                fields.text("id"),
                fields.text("source"),
                Path.of(fields.text("file")),
                fields.object("context", ContextJson::read)));
  }
}
