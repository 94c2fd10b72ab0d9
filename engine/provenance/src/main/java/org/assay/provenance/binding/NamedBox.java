package org.assay.provenance.binding;

import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.bytes.ByteRange;

/**
 * A box of a file as a boxes hash names it: C2PA 2.2 section 18.6 and annex A.
 *
 * @param metadata what of it may be excluded; empty where nothing may
 */
record NamedBox(String name, ByteRange range, Optional<ByteRange> metadata) {
  /** The box that holds the manifest store. */
  static final String C2PA = "C2PA";

  NamedBox {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(metadata, "metadata");
  }

  static NamedBox of(String name, long start, long end) {
    return new NamedBox(name, new ByteRange(start, end - start), Optional.empty());
  }

  /** One whose bytes from {@code from} on are metadata of the kind that programs rewrite. */
  static NamedBox metadata(String name, long start, long from, long end) {
    ByteRange metadata = new ByteRange(from, Math.max(0, end - from));
    return new NamedBox(name, new ByteRange(start, end - start), Optional.of(metadata));
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }
}
