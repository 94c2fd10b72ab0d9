package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;

/** Reads the metadata of one family of formats. Holds no state. */
interface ContainerReader {

  /** The format, when the first bytes are of this reader's family; never throws for short files. */
  Optional<MediaType> recognise(Span file) throws IOException, MediaException;

  /**
   * Hands everything it can read to {@code found}.
   *
   * @throws MediaException where it has to give up; what was found before remains
   */
  void read(Span file, Collector found) throws IOException, MediaException, InterruptedException;
}
