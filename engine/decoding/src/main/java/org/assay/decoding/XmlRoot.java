package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Optional;

/** Finds the name of an XML text's root element without parsing: no entity is ever expanded. */
final class XmlRoot {
  private final String text;
  private int at;

  private XmlRoot(String text) {
    this.text = text;
  }

  /** The root's local name; empty if the head does not start like XML or has no root in it. */
  static Optional<String> name(Bytes head) {
    Charset charset = ISO_8859_1;
    int skip = 0;
    if (head.matches(0, "\u00EF\u00BB\u00BF")) {
      skip = 3;
    } else if (head.matches(0, "\u00FF\u00FE")) {
      charset = UTF_16LE;
      skip = 2;
    } else if (head.matches(0, "\u00FE\u00FF")) {
      charset = UTF_16BE;
      skip = 2;
    }
    return new XmlRoot(new String(head.array(), skip, head.length() - skip, charset)).find();
  }

  private Optional<String> find() {
    while (true) {
      skipSpace();
      if (text.startsWith("<?", at)) {
        skipPast("?>");
      } else if (text.startsWith("<!--", at)) {
        skipPast("-->");
      } else if (text.startsWith("<!", at)) {
        skipDoctype();
      } else if (text.startsWith("<", at)) {
        return Optional.of(localName()).filter(name -> !name.isEmpty());
      } else {
        return Optional.empty();
      }
    }
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void skipPast(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipDoctype() {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        return;
      }
    }
  }

  private String localName() {
    int end = ++at;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }
}
