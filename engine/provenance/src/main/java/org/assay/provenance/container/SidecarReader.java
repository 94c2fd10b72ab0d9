package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;

/** A manifest store on its own, usually named {@code .c2pa}. */
final class SidecarReader implements ContainerReader {

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    return ManifestBoxes.startsAt(file, 0) ? Optional.of(MediaType.C2PA) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found) throws IOException, MediaException {
    if (file.u32(0) > file.length()) {
      found.cutStore(file, file.range(), "sidecar");
    } else {
      found.store(file, file.range(), "manifest", "sidecar");
    }
  }
}
