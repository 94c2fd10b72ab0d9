package org.assay.matching.repost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.assay.media.Raster;

/**
 * Originals, to find the pictures that show them. Safe for concurrent use: searches run side by
 * side, and a search sees every picture whose {@code add} returned before the search began.
 *
 * <p>Words and hashes are kept in memory, some 5 kilobytes a picture; the sketches, some 20
 * kilobytes a picture, in memory or in a folder. Words and hashes follow from the sketches and are
 * made again when a folder is opened.
 */
public final class RepostIndex implements AutoCloseable {
  /** Matches reported of one query; the others are weaker. */
  public static final int MOST_MATCHES = 10;

  private final SketchStore store;
  private final Sketcher sketcher = new Sketcher();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  /** Ids by slot; empty when it was removed. Guarded by the lock, like the two below. */
  private final List<Optional<String>> slots = new ArrayList<>();

  private final Map<String, Integer> slotOf = new HashMap<>();
  private final Lookup lookup = new Lookup();

  private RepostIndex(SketchStore store) {
    this.store = store;
  }

  /** An empty index that is lost when it is closed. */
  public static RepostIndex inMemory() {
    return new RepostIndex(new MemoryStore());
  }

  /**
   * The index in a folder, which is made if it is not there. Only one process at a time may have it
   * open.
   *
   * @throws IOException if the folder cannot be read or written, or holds something else
   */
  public static RepostIndex open(Path folder) throws IOException {
    RepostIndex index = new RepostIndex(new LuceneStore(folder));
    try {
      index.store.forEach(
          entry -> index.register(entry.getKey(), SketchCodec.decode(entry.getValue())));
    } catch (IOException | RuntimeException broken) {
      index.store.close();
      throw broken;
    }
    return index;
  }

  /**
   * Adds an original; one of the same id is replaced.
   *
   * @throws IllegalArgumentException if the id is blank
   * @throws IOException if it cannot be written
   */
  public void add(String id, Raster picture) throws IOException {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id of an original is blank");
    }
    byte[] bytes = SketchCodec.encode(sketcher.sketch(picture));
    PictureSketch sketch = SketchCodec.decode(bytes); // rounded, as it will be read
    lock.writeLock().lock();
    try {
      store.put(id, bytes);
      register(id, sketch);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void register(String id, PictureSketch sketch) {
    forget(id);
    slotOf.put(id, slots.size());
    slots.add(Optional.of(id));
    lookup.add(sketch);
  }

  private boolean forget(String id) {
    Integer slot = slotOf.remove(id);
    if (slot == null) {
      return false;
    }
    slots.set(slot, Optional.empty());
    return true;
  }

  /**
   * Forgets an original.
   *
   * @return whether there was one
   * @throws IOException if it cannot be written
   */
  public boolean remove(String id) throws IOException {
    lock.writeLock().lock();
    try {
      store.remove(id);
      return forget(id);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Number of originals. */
  public int size() {
    lock.readLock().lock();
    try {
      return slotOf.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * The originals that a picture shows, surest first.
   *
   * @throws IOException if a sketch cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public List<Repost> search(Raster picture) throws IOException, InterruptedException {
    QueryPicture query = sketcher.query(picture);
    List<Verification.Suspect> suspects = new ArrayList<>();
    lock.readLock().lock();
    try {
      for (Lookup.Suspicion suspicion : lookup.search(query, slot -> slots.get(slot).isPresent())) {
        slots
            .get(suspicion.slot())
            .ifPresent(id -> suspects.add(new Verification.Suspect(id, suspicion)));
      }
    } finally {
      lock.readLock().unlock();
    }
    List<Repost> reposts = new ArrayList<>();
    for (Verification.Suspect suspect : suspects) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while looking for originals");
      }
      Optional<byte[]> sketch = store.get(suspect.id()); // gone if it was removed just now
      if (sketch.isPresent()) {
        Verification.of(suspect, SketchCodec.decode(sketch.get()), query).ifPresent(reposts::add);
      }
    }
    reposts.sort(
        Comparator.comparingDouble((Repost repost) -> -repost.score())
            .thenComparing(Repost::original));
    return List.copyOf(reposts.subList(0, Math.min(MOST_MATCHES, reposts.size())));
  }

  /**
   * Makes everything added or removed so far survive a crash of the machine.
   *
   * @throws IOException if it cannot be written
   */
  public void commit() throws IOException {
    store.commit();
  }

  /** Commits and closes. */
  @Override
  public void close() throws IOException {
    store.close();
  }
}
