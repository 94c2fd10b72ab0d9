package org.assay.matching.repost;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sketches in memory only. */
final class MemoryStore implements SketchStore {
  private final Map<String, byte[]> sketches = Collections.synchronizedMap(new LinkedHashMap<>());

  @Override
  public void put(String id, byte[] sketch) {
    sketches.put(id, sketch);
  }

  @Override
  public Optional<byte[]> get(String id) {
    return Optional.ofNullable(sketches.get(id));
  }

  @Override
  public void remove(String id) {
    sketches.remove(id);
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    for (Map.Entry<String, byte[]> sketch : Map.copyOf(sketches).entrySet()) {
      visitor.visit(sketch);
    }
  }

  @Override
  public void commit() {}

  @Override
  public void close() {
    sketches.clear();
  }
}
