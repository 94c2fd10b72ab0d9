package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.container.Part.EmbeddedStore;

/** Takes in what a reader finds in one file, and keeps the limits. Used by one thread. */
final class Collector {
  /** After this many faults a file is hostile rather than damaged, and reading ends. */
  private static final int MAX_DAMAGE = 200;

  /** One part of a file that is read on its own, so that its damage does not stop the rest. */
  @FunctionalInterface
  interface Reading {
    void run() throws IOException, MediaException, InterruptedException;
  }

  private final Limits limits;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> damage = new ArrayList<>();
  private long totalBytes;
  private int steps;
  private boolean full;
  private boolean storesBelongElsewhere;
  private boolean manifestSeen;
  private String refusal = "";

  Collector(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /** To be called once for every structure visited. */
  void step() throws MediaException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("reading a container");
    }
    if (full || ++steps > limits.steps()) {
      throw new MediaException(
          "reading ended: more than %d faults, %d structures, %d parts or %d bytes of metadata"
              .formatted(MAX_DAMAGE, limits.steps(), limits.parts(), limits.totalBytes()));
    }
  }

  /** Runs a reading; what it cannot read is on record as damage. */
  void attempt(Reading reading) throws IOException, InterruptedException {
    try {
      reading.run();
    } catch (MediaException fault) {
      damage(fault.getMessage());
    }
  }

  /** Runs a reading on which the place of the manifest depends. */
  void require(Reading reading) throws IOException, InterruptedException {
    try {
      reading.run();
    } catch (MediaException fault) {
      refuse(fault.getMessage());
      damage(fault.getMessage());
    }
  }

  /** Reads a part of a kind that holds a manifest in other files, but does not in this one. */
  void withoutStores(Reading reading) throws IOException, MediaException, InterruptedException {
    boolean before = storesBelongElsewhere;
    storesBelongElsewhere = true;
    try {
      reading.run();
    } finally {
      storesBelongElsewhere = before;
    }
  }

  /** Says why a manifest in this file must not be believed; of several reasons, the first. */
  void refuse(String sentence) {
    refusal = refusal.isEmpty() ? sentence : refusal;
  }

  /** To be called where a file says that it holds a manifest, whether or not it can be read. */
  void sawManifest() {
    manifestSeen = true;
  }

  /** Refuses any store but the first, in formats where others count for nothing. */
  void requireFirstStore(Span place) throws MediaException {
    if (parts.stream().anyMatch(EmbeddedStore.class::isInstance)) {
      throw new MediaException(
          "%s at byte %d: a manifest store after the first"
              .formatted(place.name(), place.offset()));
    }
  }

  boolean hasSeenManifest() {
    return manifestSeen;
  }

  /** Purposes of the stores found so far. */
  List<String> purposes() {
    return parts.stream()
        .filter(EmbeddedStore.class::isInstance)
        .map(part -> ((EmbeddedStore) part).purpose())
        .toList();
  }

  void damage(String sentence) {
    if (damage.size() < MAX_DAMAGE) {
      damage.add(sentence);
    } else {
      full = true;
    }
  }

  /** Keeps a text; empty texts say nothing and are dropped. */
  void text(Part.Origin origin, String keyword, String text, String place) throws MediaException {
    if (!text.isEmpty()) {
      add(new Part.TextEntry(origin, keyword, text, place), text.length());
    }
  }

  void xmp(byte[] packet, String place) throws MediaException {
    add(new Part.XmpPacket(Slice.of(packet), place), packet.length);
  }

  void xmp(Span packet, String place) throws IOException, MediaException {
    requireRoom(packet.length(), place);
    xmp(packet.bytes(limits.partBytes()), place);
  }

  /** Keeps a manifest store that stands in one piece. */
  void store(Span payload, ByteRange enclosing, String purpose, String place)
      throws IOException, MediaException {
    requireRoom(payload.length(), place);
    byte[] bytes = payload.bytes(limits.storeBytes());
    store(bytes, List.of(payload.range()), List.of(enclosing), purpose, place);
  }

  /** Keeps what is left of a manifest store within which the file ends. */
  void cutStore(Span payload, ByteRange enclosing, String place)
      throws IOException, MediaException {
    requirePlace(place);
    String sentence =
        "%s at byte %d: the manifest store is cut off".formatted(place, payload.offset());
    refuse(sentence);
    damage(sentence);
    Slice bytes = Slice.of(payload.bytes(limits.storeBytes()));
    List<ByteRange> range = List.of(payload.range());
    add(
        new EmbeddedStore(bytes, range, List.of(enclosing), false, "manifest", place),
        bytes.length());
  }

  void store(
      byte[] bytes,
      List<ByteRange> payload,
      List<ByteRange> enclosing,
      String purpose,
      String place)
      throws MediaException {
    requirePlace(place);
    Slice slice = Slice.of(bytes);
    add(new EmbeddedStore(slice, payload, enclosing, true, purpose, place), bytes.length);
  }

  private void requirePlace(String place) throws MediaException {
    if (storesBelongElsewhere) {
      throw new MediaException(place + ": not where a manifest store belongs");
    }
  }

  private void add(Part part, int bytes) throws MediaException {
    requireRoom(bytes, part.place());
    totalBytes += bytes;
    parts.add(part);
  }

  private void requireRoom(long bytes, String place) throws MediaException {
    if (parts.size() >= limits.parts() || bytes > limits.totalBytes() - totalBytes) {
      full = true;
      throw new MediaException(
          "%s: more than %d parts or %d bytes of metadata"
              .formatted(place, limits.parts(), limits.totalBytes()));
    }
  }

  Container container(MediaType type) {
    List<EmbeddedStore> stores =
        parts.stream()
            .filter(EmbeddedStore.class::isInstance)
            .map(EmbeddedStore.class::cast)
            .toList();
    long updates = stores.stream().filter(store -> store.purpose().equals("update")).count();
    if (updates > 1 || stores.size() - updates > 1) {
      refuse("%d manifest stores in one file".formatted(stores.size()));
    }
    boolean relevant = manifestSeen || !stores.isEmpty();
    return new Container(
        type, parts, damage, Optional.of(refusal).filter(text -> relevant && !text.isEmpty()));
  }
}
