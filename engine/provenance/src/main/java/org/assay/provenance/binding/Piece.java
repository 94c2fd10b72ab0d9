package org.assay.provenance.binding;

import org.assay.provenance.bytes.ByteRange;

/** One thing that goes into a hash. */
sealed interface Piece {

  /** Where in the file it belongs. */
  long offset();

  /** Bytes of the file. */
  record Stretch(ByteRange range) implements Piece {
    @Override
    public long offset() {
      return range.offset();
    }
  }

  /** The offset of a top-level box itself, as eight bytes: C2PA 2.2 section 18.7.2. */
  record BoxOffset(long offset) implements Piece {}
}
