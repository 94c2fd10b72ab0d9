package org.assay.provenance.container;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaType;

/**
 * What a file carries besides its samples.
 *
 * @param type the format, told by content
 * @param parts in the order in which they were found
 * @param damage what could not be read, and why, one sentence each
 * @param refusal why the file's manifest must not be believed whatever it says: the file is damaged
 *     where its format places the manifest, or holds several; empty when it holds none
 */
public record Container(
    MediaType type, List<Part> parts, List<String> damage, Optional<String> refusal) {

  /** Copies the lists. */
  public Container {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(refusal, "refusal");
    parts = List.copyOf(parts);
    damage = List.copyOf(damage);
  }

  /** The manifest stores. */
  public List<Part.EmbeddedStore> stores() {
    return only(Part.EmbeddedStore.class);
  }

  /**
   * Where the manifest is said to be when it is not in the file: {@code dcterms:provenance} in XMP,
   * C2PA 2.2 section 11.5. Hostile text; nothing here fetches it.
   */
  public Optional<String> remoteManifest() {
    return xmp().stream().map(RemoteReference::in).flatMap(Optional::stream).findFirst();
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
