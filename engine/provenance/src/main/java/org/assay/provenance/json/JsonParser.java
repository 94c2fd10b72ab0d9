package org.assay.provenance.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.media.MediaException;

/** Walks over a text from front to back. */
final class JsonParser {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_VALUES = 1_000_000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

  private final String text;
  private int at;
  private int values;

  JsonParser(String text) {
    this.text = text;
  }

  Json whole() throws MediaException {
    Json value = value(1);
    space();
    if (at < text.length()) {
      throw fault("expected the end");
    }
    return value;
  }

  private Json value(int depth) throws MediaException {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw fault("deeper than %d or more than %d values".formatted(MAX_DEPTH, MAX_VALUES));
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object(int depth) throws MediaException {
    at++;
    Map<String, Json> members = new LinkedHashMap<>();
    space();
    if (taken('}')) {
      return new Json.Map(members);
    }
    do {
      space();
      String name = string();
      space();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw fault("a name stands twice in an object");
      }
      space();
    } while (taken(','));
    expect('}');
    return new Json.Map(members);
  }

  private Json array(int depth) throws MediaException {
    at++;
    List<Json> items = new ArrayList<>();
    space();
    if (taken(']')) {
      return new Json.Array(items);
    }
    do {
      items.add(value(depth + 1));
      space();
    } while (taken(','));
    expect(']');
    return new Json.Array(items);
  }

  private String string() throws MediaException {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char next = text.charAt(at++);
      if (next < 0x20) {
        throw fault("control character in a string");
      }
      value.append(next == '\\' ? escaped() : next);
    }
    at++;
    return value.toString();
  }

  private char escaped() throws MediaException {
    char kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw fault("unknown escape");
    };
  }

  private char unit() throws MediaException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw fault("expected four hexadecimal digits");
      }
      value = value << 4 | digit;
      at++;
    }
    return (char) value;
  }

  private Json number() throws MediaException {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw fault("expected a value");
    }
    at = number.end();
    return new Json.Numeral(number.group());
  }

  private Json word(String word, Json value) throws MediaException {
    if (!text.startsWith(word, at)) {
      throw fault("expected " + word);
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws MediaException {
    if (at >= text.length()) {
      throw fault("unexpected end");
    }
    return text.charAt(at);
  }

  private boolean taken(char wanted) throws MediaException {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) throws MediaException {
    if (!taken(wanted)) {
      throw fault("expected " + wanted);
    }
  }

  private MediaException fault(String what) {
    return new MediaException("JSON at character %d: %s".formatted(at, what));
  }
}
