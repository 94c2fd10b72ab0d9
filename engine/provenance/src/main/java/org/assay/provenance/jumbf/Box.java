package org.assay.provenance.jumbf;

import org.assay.provenance.bytes.Slice;

/** A box of a manifest store; keeps its exact bytes. */
public sealed interface Box permits SuperBox, ContentBox {

  /** Four Latin-1 characters, such as {@code jumb} or {@code cbor}. */
  String type();

  /** The box with its header. */
  Slice whole();

  /** What follows the header: what a C2PA hash of a superbox runs over. */
  Slice content();
}
