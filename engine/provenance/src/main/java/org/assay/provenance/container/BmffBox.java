package org.assay.provenance.container;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.bytes.ByteRange;

/**
 * A box of an ISO base media file as exclusions of hashes see it.
 *
 * @param type four Latin-1 characters
 * @param range header included
 * @param userType of a uuid box, 32 hexadecimal digits; else empty
 * @param full version and flags, where the box has them
 * @param children of the boxes that exclusions can look into; else empty
 */
public record BmffBox(
    String type,
    ByteRange range,
    String userType,
    Optional<VersionAndFlags> full,
    List<BmffBox> children) {

  /** The four bytes that a full box starts with. */
  public record VersionAndFlags(int version, int flags) {}

  /** Copies the list. */
  public BmffBox {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(userType, "userType");
    Objects.requireNonNull(full, "full");
    children = List.copyOf(children);
  }

  /** Offset of its header. */
  public long start() {
    return range.offset();
  }

  /** Offset of the first byte after it. */
  public long end() {
    return range.end();
  }

  /** Whether it is of a type. */
  public boolean is(String wanted) {
    return type.equals(wanted);
  }
}
