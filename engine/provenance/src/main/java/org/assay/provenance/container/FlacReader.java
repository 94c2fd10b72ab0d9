package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** FLAC: an ID3 tag before the stream, and Vorbis comments in its metadata blocks, RFC 9639. */
final class FlacReader implements ContainerReader {
  private static final int VORBIS_COMMENT = 4;

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    return file.matches(start(file), "fLaC") ? Optional.of(MediaType.FLAC) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (file.matches(0, "ID3")) {
      found.require(() -> Id3.read(file, "ID3", found));
    }
    long at = start(file) + 4;
    boolean last = false;
    while (!last) {
      found.step();
      int header = file.u8(at);
      last = (header & 0x80) != 0;
      long length = file.number(at + 1, 3, true);
      Span block = file.sub(at + 4, length, "FLAC block " + (header & 0x7F));
      if ((header & 0x7F) == VORBIS_COMMENT) {
        found.attempt(() -> comments(block, found));
      }
      at += 4 + length;
    }
  }

  private static long start(Span file) throws IOException {
    try {
      return Id3.length(file);
    } catch (MediaException damagedTag) {
      return 0; // then the stream cannot be found either, and the tag's reader says why
    }
  }

  private static void comments(Span block, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = 4 + block.u32le(0);
    long count = block.u32le(at);
    at += 4;
    for (long i = 0; i < count; i++) {
      found.step();
      long length = block.u32le(at);
      Span comment = block.sub(at + 4, length, "Vorbis comment");
      String text = Texts.utf8OrLatin1(comment.bytes(found.limits().partBytes()));
      int equals = Math.max(0, text.indexOf('='));
      String keyword = text.substring(0, equals);
      String place = "FLAC comment " + keyword;
      found.text(Part.Origin.TEXT, keyword, text.substring(equals).replaceFirst("^=", ""), place);
      at += 4 + length;
    }
  }
}
