package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;

/** TIFF, BigTIFF and DNG files. */
final class TiffReader implements ContainerReader {

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    if (!TiffDirectories.startsWell(file)) {
      return Optional.empty();
    }
    return Optional.of(TiffDirectories.isDng(file) ? MediaType.DNG : MediaType.TIFF);
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    TiffDirectories.readFile(file, "TIFF", found);
  }
}
