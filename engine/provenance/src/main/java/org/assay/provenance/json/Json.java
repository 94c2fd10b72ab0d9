package org.assay.provenance.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/** One JSON value. All text is hostile. */
@SuppressWarnings("JavaLangClash") // the words of RFC 8259
public sealed interface Json {

  /** A string. */
  record Text(String value) implements Json {}

  /** A number, as it is written. */
  record Numeral(String literal) implements Json {}

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** Null. */
  record Null() implements Json {}

  /** An array. */
  record Array(List<Json> items) implements Json {

    /** Copies the list. */
    public Array {
      items = List.copyOf(items);
    }
  }

  /** An object in the order in which it is written; no name stands twice. */
  record Map(java.util.Map<String, Json> members) implements Json {

    /** Copies the map. */
    public Map {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The value of a name. */
    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** The string of a name; empty when there is none or it is not a string. */
    public Optional<String> text(String name) {
      return get(name).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /** The items of a name; empty when there are none or it is not an array. */
    public List<Json> array(String name) {
      return get(name).orElse(null) instanceof Array array ? array.items() : List.of();
    }

    /** The object of a name; empty when there is none or it is not an object. */
    public Optional<Map> object(String name) {
      return get(name).filter(Map.class::isInstance).map(Map.class::cast);
    }
  }

  /**
   * Parses exactly one value in UTF-8.
   *
   * @throws MediaException if it is not well-formed, a name stands twice, or a limit is exceeded
   */
  static Json parse(Slice utf8) throws MediaException {
    try {
      return parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8.toArray())).toString());
    } catch (CharacterCodingException fault) {
      throw new MediaException("JSON at byte %d: not UTF-8".formatted(utf8.offset()), fault);
    }
  }

  /** Parses exactly one value. */
  static Json parse(String text) throws MediaException {
    return new JsonParser(text).whole();
  }
}
