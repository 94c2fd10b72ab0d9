package org.assay.provenance.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** GIF extension blocks, GIF89a. */
final class GifReader implements ContainerReader {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int TRAILER_BYTES = 258;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION = 0xFF;

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    boolean gif = file.matches(0, "GIF87a") || file.matches(0, "GIF89a");
    return gif ? Optional.of(MediaType.GIF) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    found.require(
        () -> {
          long image = blocks(file, 13 + colours(file.u8(10)), true, found);
          found.withoutStores(() -> found.attempt(() -> blocks(file, image, false, found)));
        });
  }

  /** Reads blocks up to the first image, before which the manifest has to stand, or all. */
  private static long blocks(Span file, long start, boolean untilImage, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = start;
    while (true) {
      found.step();
      switch (file.u8(at)) {
        case TRAILER -> {
          return at;
        }
        case IMAGE -> {
          if (untilImage) {
            return at;
          }
          long data = at + 10 + colours(file.u8(at + 9)) + 1; // one byte of code size
          at = endOfBlocks(file, data, found);
        }
        case EXTENSION -> {
          int label = file.u8(at + 1);
          long end = endOfBlocks(file, at + 2, found);
          Span extension = file.sub(at, end - at, "GIF extension %02X".formatted(label));
          found.attempt(() -> extension(label, extension, found));
          at = end;
        }
        default ->
            throw new MediaException(
                "GIF at byte %d: expected a block, found %02X".formatted(at, file.u8(at)));
      }
    }
  }

  /** Bytes of the colour table that the packed field announces. */
  private static long colours(int packed) {
    return (packed & 0x80) == 0 ? 0 : 3L << ((packed & 7) + 1);
  }

  private static long endOfBlocks(Span file, long start, Collector found)
      throws IOException, MediaException, InterruptedException {
    long at = start;
    int length = file.u8(at);
    int blocks = 0;
    while (length != 0) {
      if ((++blocks & 0xFFF) == 0) { // a step for a megabyte of samples
        found.step();
      }
      at += 1L + length;
      length = file.u8(at);
    }
    return at + 1;
  }

  private static void extension(int label, Span extension, Collector found)
      throws IOException, MediaException {
    if (label == COMMENT) {
      String comment = Texts.utf8OrLatin1(joined(extension, 2, found.limits().partBytes()));
      found.text(Part.Origin.TEXT, "Comment", comment, "GIF comment");
    } else if (label == APPLICATION && extension.matches(3, "XMP DataXMP")) {
      found.xmp(withoutTrailer(extension.from(14, "GIF XMP"), found), "GIF XMP");
    } else if (label == APPLICATION && extension.matches(3, "C2PA_GIF\1\0\0")) {
      found.requireFirstStore(extension);
      byte[] bytes = joined(extension, 14, found.limits().storeBytes());
      ByteRange blocks = extension.from(14, "GIF C2PA").range();
      found.store(bytes, List.of(blocks), List.of(extension.range()), "manifest", "GIF C2PA");
    }
  }

  private static byte[] joined(Span extension, long start, int limit)
      throws IOException, MediaException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long at = start;
    for (int length = extension.u8(at); length != 0; length = extension.u8(at)) {
      if (bytes.size() + length > limit) {
        throw new MediaException(
            "%s at byte %d: more than %d bytes"
                .formatted(extension.name(), extension.offset(), limit));
      }
      bytes.writeBytes(extension.bytes(at + 1, length, 255));
      at += 1L + length;
    }
    return bytes.toByteArray();
  }

  /** XMP is written without sub-blocks; 258 bytes after it lead block-wise readers to the end. */
  private static byte[] withoutTrailer(Span data, Collector found)
      throws IOException, MediaException {
    byte[] bytes = data.bytes(found.limits().partBytes());
    int end = bytes.length - TRAILER_BYTES;
    if (end < 0 || bytes[end] != 1) {
      throw new MediaException(
          "GIF XMP at byte %d: expected the trailer of %d bytes, found none"
              .formatted(data.offset(), TRAILER_BYTES));
    }
    return Arrays.copyOf(bytes, end);
  }
}
