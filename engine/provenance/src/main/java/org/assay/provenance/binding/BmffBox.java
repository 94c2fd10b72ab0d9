package org.assay.provenance.binding;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.bytes.ByteRange;

/**
 * A box of an ISO base media file as exclusions see it.
 *
 * @param type four Latin-1 characters
 * @param range header included
 * @param userType of a uuid box, 32 hexadecimal digits; else empty
 * @param full version and flags, where the box has them
 * @param children of the boxes that exclusions can look into; else empty
 */
record BmffBox(
    String type,
    ByteRange range,
    String userType,
    Optional<VersionAndFlags> full,
    List<BmffBox> children) {

  /** The four bytes that a full box starts with. */
  record VersionAndFlags(int version, int flags) {}

  BmffBox {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(userType, "userType");
    Objects.requireNonNull(full, "full");
    children = List.copyOf(children);
  }

  long start() {
    return range.offset();
  }

  long end() {
    return range.end();
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
