package org.assay.provenance.binding;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.bytes.Slice;

/** Encodes maps, lists, texts, bytes, numbers and truth values as CBOR. */
final class CborItems {
  private CborItems() {}

  /** A map in the order of the arguments: key, value, key, value. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static Slice slice(Object item) {
    return Slice.of(encode(item));
  }

  static byte[] encode(Object item) {
    ByteBuilder bytes = new ByteBuilder();
    add(bytes, item);
    return bytes.build();
  }

  private static void add(ByteBuilder bytes, Object item) {
    if (item instanceof Map<?, ?> map) {
      head(bytes, 5, map.size());
      map.forEach(
          (key, value) -> {
            add(bytes, key);
            add(bytes, value);
          });
    } else if (item instanceof List<?> list) {
      head(bytes, 4, list.size());
      list.forEach(value -> add(bytes, value));
    } else if (item instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      head(bytes, 3, utf8.length);
      bytes.put(utf8);
    } else if (item instanceof byte[] value) {
      head(bytes, 2, value.length);
      bytes.put(value);
    } else if (item instanceof Slice value) {
      add(bytes, value.toArray());
    } else if (item instanceof Boolean value) {
      bytes.u8(value ? 0xF5 : 0xF4);
    } else {
      head(bytes, 0, ((Number) item).longValue());
    }
  }

  /** Always with eight bytes of length, which is allowed; -1 is 2^64 - 1. */
  private static void head(ByteBuilder bytes, int major, long value) {
    bytes.u8(major << 5 | 27).u32(value >>> 32).u32(value);
  }
}
