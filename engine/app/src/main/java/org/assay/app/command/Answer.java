package org.assay.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a command has to say about one input.
 *
 * @param json the line for programs
 * @param text the lines for people
 * @param failed whether the input could not be read
 */
public record Answer(ObjectNode json, String text, boolean failed) {

  /** The input could be read. */
  public static Answer of(ObjectNode json, String text) {
    return new Answer(json, text, false);
  }

  /** The input could not be read, and why. */
  public static Answer error(String path, String message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("path", path);
    json.put("error", message);
    return new Answer(json, Text.clean(path) + "\n  error: " + Text.clean(message), true);
  }
}
