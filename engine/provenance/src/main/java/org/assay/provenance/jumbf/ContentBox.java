package org.assay.provenance.jumbf;

import java.util.Objects;
import org.assay.provenance.bytes.Slice;

/** A box whose bytes are for others to read, such as CBOR, JSON or an embedded picture. */
public record ContentBox(String type, Slice whole, Slice content) implements Box {

  /** Checks that nothing is missing. */
  public ContentBox {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(whole, "whole");
    Objects.requireNonNull(content, "content");
  }
}
