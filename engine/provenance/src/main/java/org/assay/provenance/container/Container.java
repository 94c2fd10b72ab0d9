package org.assay.provenance.container;

import java.util.List;
import java.util.Objects;
import org.assay.media.MediaType;

/**
 * What a file carries besides its samples.
 *
 * @param type the format, told by content
 * @param parts in the order in which they were found
 * @param damage what could not be read, and why, one sentence each
 */
public record Container(MediaType type, List<Part> parts, List<String> damage) {

  /** Copies the lists. */
  public Container {
    Objects.requireNonNull(type, "type");
    parts = List.copyOf(parts);
    damage = List.copyOf(damage);
  }

  /** The manifest stores. */
  public List<Part.EmbeddedStore> stores() {
    return only(Part.EmbeddedStore.class);
  }

  /** The XMP packets. */
  public List<Part.XmpPacket> xmp() {
    return only(Part.XmpPacket.class);
  }

  /** The text entries, EXIF and IIM included. */
  public List<Part.TextEntry> texts() {
    return only(Part.TextEntry.class);
  }

  private <T extends Part> List<T> only(Class<T> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
