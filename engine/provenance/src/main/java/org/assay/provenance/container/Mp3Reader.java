package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;

/** MPEG audio: the ID3v2 tag before the frames. */
final class Mp3Reader implements ContainerReader {

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    boolean tagged = file.matches(0, "ID3");
    boolean frame =
        file.length() >= 4
            && file.u8(0) == 0xFF
            && (file.u8(1) & 0xE6) == 0xE2 // sync word, layer III
            && (file.u8(2) & 0xF0) != 0xF0
            && (file.u8(2) & 0x0C) != 0x0C;
    return tagged || frame ? Optional.of(MediaType.MP3) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (file.matches(0, "ID3")) {
      Id3.read(file, "ID3", found);
    }
  }
}
