package org.assay.matching.repost;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    List<Map.Entry<String, byte[]>> all;
    synchronized (sketches) {
      all = List.copyOf(sketches.entrySet());
    }
    for (Map.Entry<String, byte[]> sketch : all) {
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
