package org.assay.matching.repost;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Keeps sketches by id. Safe for concurrent use. */
sealed interface SketchStore extends AutoCloseable permits MemoryStore, LuceneStore {

  /** Keeps a sketch; one of the same id is replaced. */
  void put(String id, byte[] sketch) throws IOException;

  /** The sketch of an id. */
  Optional<byte[]> get(String id) throws IOException;

  /** Forgets a sketch. */
  void remove(String id) throws IOException;

  /** Goes over all sketches, in the order they were put. */
  void forEach(Visitor visitor) throws IOException;

  /** Makes everything put or removed so far survive a crash of the machine. */
  void commit() throws IOException;

  @Override
  void close() throws IOException;

  /** Is shown one sketch after the other. */
  interface Visitor {
    void visit(Map.Entry<String, byte[]> sketch) throws IOException;
  }
}
