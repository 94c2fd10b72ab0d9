package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;

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
    damage("%s at byte %d: the manifest store is cut off".formatted(place, payload.offset()));
    Slice bytes = Slice.of(payload.bytes(limits.storeBytes()));
    List<ByteRange> range = List.of(payload.range());
    add(
        new Part.EmbeddedStore(bytes, range, List.of(enclosing), false, "manifest", place),
        bytes.length());
  }

  void store(
      byte[] bytes,
      List<ByteRange> payload,
      List<ByteRange> enclosing,
      String purpose,
      String place)
      throws MediaException {
    Slice slice = Slice.of(bytes);
    add(new Part.EmbeddedStore(slice, payload, enclosing, true, purpose, place), bytes.length);
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
    return new Container(type, parts, damage);
  }
}
