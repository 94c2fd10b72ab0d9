package org.assay.provenance.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;

/**
 * Walks the elements of an SVG file so far as to find the text of its manifest. Start and end tags
 * have to match; what else well-formed XML asks for does not decide where the manifest is.
 */
final class SvgElements {
  private static final List<String> MANIFEST = List.of("svg", "metadata", "c2pa:manifest");
  private static final int MAX_DEPTH = 1000;

  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private Optional<ByteRange> found = Optional.empty();
  private int at;

  private SvgElements(String text) {
    this.text = text;
  }

  /** Where the text stands; empty where there is no such element. */
  static Optional<ByteRange> manifestText(String svg, Collector collector)
      throws MediaException, InterruptedException {
    SvgElements elements = new SvgElements(svg);
    while (elements.at < svg.length()) {
      collector.step();
      elements.next();
    }
    return elements.found;
  }

  private void next() throws MediaException {
    int tag = text.indexOf('<', at);
    int end = tag < 0 ? text.length() : tag;
    if (end > at && isManifest()) {
      found = Optional.of(new ByteRange(at, end - (long) at));
    }
    at = end;
    if (tag < 0) {
      return;
    }
    if (text.startsWith("<!--", tag)) {
      at = after("-->", tag + 4);
    } else if (text.startsWith("<![CDATA[", tag)) {
      at = after("]]>", tag);
    } else if (text.startsWith("<?", tag)) {
      at = after("?>", tag);
    } else if (text.startsWith("<!", tag)) {
      at = afterDeclaration(tag);
    } else {
      at = afterTag(tag);
      element(text.substring(tag + 1, at - 1));
    }
  }

  private void element(String tag) throws MediaException {
    if (tag.startsWith("/")) {
      String name = tag.substring(1).strip();
      if (open.isEmpty() || !open.removeLast().equals(name)) {
        throw new MediaException("SVG at byte %d: an end tag without its start".formatted(at));
      }
    } else if (!tag.endsWith("/")) {
      open.addLast(tag.split("\\s", 2)[0]);
      if (open.size() > MAX_DEPTH) {
        throw new MediaException("SVG at byte %d: deeper than %d".formatted(at, MAX_DEPTH));
      }
    }
  }

  private boolean isManifest() {
    return open.size() == MANIFEST.size() && List.copyOf(open).equals(MANIFEST);
  }

  /** Quotes hide the end of a tag. */
  private int afterTag(int tag) throws MediaException {
    char quote = 0;
    for (int i = tag + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    throw noEnd(tag);
  }

  /** Declarations hold others in them. */
  private int afterDeclaration(int tag) throws MediaException {
    int depth = 0;
    for (int i = tag; i < text.length(); i++) {
      depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    throw noEnd(tag);
  }

  private int after(String mark, int from) throws MediaException {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw noEnd(from);
    }
    return end + mark.length();
  }

  private static MediaException noEnd(int from) {
    return new MediaException("SVG at byte %d: expected the end of the markup".formatted(from));
  }
}
