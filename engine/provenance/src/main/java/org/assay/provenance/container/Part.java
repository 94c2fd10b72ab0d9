package org.assay.provenance.container;

import java.util.List;
import java.util.Objects;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;

/** One thing found in a container. All text in it is hostile. */
public sealed interface Part {

  /** Where it stands, in words for people, such as {@code PNG tEXt parameters}. */
  String place();

  /**
   * A C2PA manifest store, not yet parsed.
   *
   * @param bytes the JUMBF boxes, put together
   * @param payload where {@code bytes} stand in the file, in order; for text encodings such as
   *     base64 the encoded text
   * @param enclosing what a hash exclusion has to name: the segments, chunks or boxes around them,
   *     headers and checksums included; the payload itself in TIFF, ID3, SVG and sidecars
   * @param complete false where the file ends within it
   * @param purpose of a BMFF uuid box, such as {@code update}; {@code manifest} elsewhere
   */
  record EmbeddedStore(
      Slice bytes,
      List<ByteRange> payload,
      List<ByteRange> enclosing,
      boolean complete,
      String purpose,
      String place)
      implements Part {

    /** Copies the lists. */
    public EmbeddedStore {
      Objects.requireNonNull(bytes, "bytes");
      payload = List.copyOf(payload);
      enclosing = List.copyOf(enclosing);
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(place, "place");
    }
  }

  /** An XMP packet, not yet parsed, with whatever padding it has. */
  record XmpPacket(Slice bytes, String place) implements Part {

    /** Checks that nothing is missing. */
    public XmpPacket {
      Objects.requireNonNull(bytes, "bytes");
      Objects.requireNonNull(place, "place");
    }
  }

  /**
   * A keyword and its text.
   *
   * @param keyword the chunk's own keyword, the name of the EXIF field such as {@code UserComment},
   *     or record and number of the IIM data set such as {@code 2:110}; may be empty
   */
  record TextEntry(Origin origin, String keyword, String text, String place) implements Part {

    /** Checks that nothing is missing. */
    public TextEntry {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(keyword, "keyword");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(place, "place");
    }
  }

  /** Which vocabulary a keyword is of. */
  enum Origin {
    /** EXIF or TIFF fields. */
    EXIF,
    /** IPTC-IIM data sets. */
    IIM,
    /** Whatever the format calls text, comments or tags. */
    TEXT
  }
}
