package org.assay.provenance.c2pa;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.jumbf.Box;
import org.assay.provenance.jumbf.ContentBox;
import org.assay.provenance.jumbf.SuperBox;

/**
 * One assertion, or one data box, as it stands in its store.
 *
 * @param box {@code box.content()} is what hashes run over
 * @param kind by the UUID of its description
 * @param data content of the box that holds the assertion itself; empty slice when it is missing
 * @param cbor the decoded data of {@link Kind#CBOR}; empty when it is broken
 */
public record Assertion(
    SuperBox box, AssertionLabel label, Kind kind, Slice data, Optional<Cbor> cbor) {
  private static final String REDACTED = "caa98eee9d4df80e86ad4dffca263973";

  /** How an assertion is written. */
  public enum Kind {
    /** One CBOR item. */
    CBOR,
    /** One JSON text. */
    JSON,
    /** A media type and a file. */
    EMBEDDED_FILE,
    /** A picture without media type, as in version 0.7 of the specification. */
    CODESTREAM,
    /** A UUID and bytes; also what a redaction may leave. */
    UUID,
    /** None that the specification names. */
    UNKNOWN
  }

  /** Checks that nothing is missing. */
  public Assertion {
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(cbor, "cbor");
  }

  static Assertion read(SuperBox box) {
    Kind kind = kind(box.description().uuid());
    Optional<Slice> data = data(kind, box.children());
    Optional<Cbor> cbor = Optional.empty();
    if (kind == Kind.CBOR && data.isPresent()) {
      try {
        cbor = Optional.of(Cbor.decode(data.get()));
      } catch (MediaException broken) {
        cbor = Optional.empty(); // the validator says so with a status code
      }
    }
    return new Assertion(
        box, AssertionLabel.of(box.label()), kind, data.orElse(Slice.of(new byte[0])), cbor);
  }

  private static Kind kind(String uuid) {
    return switch (uuid) {
      case "63626f7200110010800000aa00389b71" -> Kind.CBOR;
      case "6a736f6e00110010800000aa00389b71" -> Kind.JSON;
      case "40cb0c32bb8a489da70b2ad6f47f4369" -> Kind.EMBEDDED_FILE;
      case "6579d6fbdba2446bb2ac1b82feeb89d1" -> Kind.CODESTREAM;
      case "7575696400110010800000aa00389b71" -> Kind.UUID;
      default -> Kind.UNKNOWN;
    };
  }

  private static Optional<Slice> data(Kind kind, List<Box> children) {
    return switch (kind) {
      case CBOR -> at(children, 0, "cbor");
      case JSON -> at(children, 0, "json");
      case EMBEDDED_FILE -> at(children, 1, "bidb");
      case CODESTREAM -> at(children, 0, "jp2c");
      case UUID -> at(children, 0, "uuid");
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<Slice> at(List<Box> children, int place, String type) {
    return children.size() > place
            && children.get(place) instanceof ContentBox content
            && content.type().equals(type)
        ? Optional.of(content.content())
        : Optional.empty();
  }

  /** Whether the boxes stand in it that its kind asks for. */
  public boolean complete() {
    return kind == Kind.EMBEDDED_FILE
        ? at(box.children(), 0, "bfdb").isPresent() && data(kind, box.children()).isPresent()
        : data(kind, box.children()).isPresent();
  }

  /** The map that it is; empty for every other kind. */
  public Optional<Cbor.Map> map() {
    return cbor.filter(Cbor.Map.class::isInstance).map(Cbor.Map.class::cast);
  }

  /** Whether nothing but zeros is left of it. */
  public boolean blank() {
    return blank(data);
  }

  /** Whether it is what a redaction leaves in place of an assertion, but still holds data. */
  public boolean redactedInName() {
    byte[] bytes = data.toArray();
    if (kind != Kind.UUID || bytes.length < 16) {
      return false;
    }
    try {
      String uuid = HexFormat.of().formatHex(bytes, 0, 16);
      return uuid.equals(REDACTED) && !blank(data.sub(16, bytes.length - 16L));
    } catch (MediaException impossible) {
      throw new IllegalStateException("within the bytes", impossible);
    }
  }

  private static boolean blank(Slice bytes) {
    for (byte value : bytes.toArray()) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }
}
