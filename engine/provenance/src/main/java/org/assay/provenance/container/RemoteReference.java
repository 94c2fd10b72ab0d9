package org.assay.provenance.container;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.provenance.container.Part.XmpPacket;

/** The address of a remote manifest in an XMP packet, as an attribute or an element. */
final class RemoteReference {
  private static final int MAX_CHARACTERS = 4096;
  private static final Pattern PROVENANCE =
      Pattern.compile(
          "dcterms:provenance(?:\\s*=\\s*(?:\"([^\"<]*)\"|'([^'<]*)')|[^<>]*>([^<]*)</)");

  private RemoteReference() {}

  /** Only addresses of the web: others point into the file itself. */
  static Optional<String> in(XmpPacket packet) {
    String text = new String(packet.bytes().toArray(), StandardCharsets.UTF_8);
    Matcher matcher = PROVENANCE.matcher(text);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        String value = matcher.group(group);
        if (value != null
            && value.length() <= MAX_CHARACTERS
            && value.strip().matches("(?i)https?://\\S+")) {
          return Optional.of(value.strip().replace("&amp;", "&"));
        }
      }
    }
    return Optional.empty();
  }
}
