package org.assay.decoding;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;

/** Walks a GIF's blocks (GIF89a specification) without decoding. */
final class GifHeader {
  private final Bytes file;
  private int frames;
  private long firstFrame = -1;
  private int transparentIndex = -1;
  private boolean ended;

  private GifHeader(Bytes file) {
    this.file = file;
  }

  static StillHeader read(Bytes file) throws MediaException {
    GifHeader header = walked(file);
    List<String> damage = new ArrayList<>();
    if (!header.ended) {
      damage.add(
          "GIF is cut off: expected a trailer, found the end of the file at byte " + file.length());
    }
    return new StillHeader(file.u16(6, true), file.u16(8, true), 8, header.frames > 1, 1, damage);
  }

  /** The walk's result: where the first picture lies. */
  static GifHeader walked(Bytes file) throws MediaException {
    GifHeader header = new GifHeader(file);
    header.walk();
    if (header.firstFrame < 0) {
      throw new MediaException(
          "GIF of %d bytes: expected an image block, found none".formatted(file.length()));
    }
    return header;
  }

  /** Position of the first image descriptor. */
  long firstFrame() {
    return firstFrame;
  }

  /** Palette index of the first picture that is not drawn, or -1. */
  int transparentIndex() {
    return transparentIndex;
  }

  private void walk() throws MediaException {
    file.require(0, 13, "GIF header");
    long position = 13L + paletteLength(file.u8(10));
    int pendingTransparent = -1;
    while (!ended && file.has(position, 2)) {
      int kind = file.u8(position);
      if (kind == 0x3B) {
        ended = true;
      } else if (kind == 0x21) {
        if (file.u8(position + 1) == 0xF9 && file.has(position, 7)) {
          boolean transparent = (file.u8(position + 3) & 1) != 0;
          pendingTransparent = transparent ? file.u8(position + 6) : -1;
        }
        position = afterSubBlocks(position + 2);
      } else if (kind == 0x2C && file.has(position, 11)) {
        if (frames++ == 0) {
          firstFrame = position;
          transparentIndex = pendingTransparent;
        }
        position = afterSubBlocks(position + 11 + paletteLength(file.u8(position + 9)));
      } else {
        return;
      }
    }
    ended |= file.has(position, 1) && file.u8(position) == 0x3B;
  }

  static int paletteLength(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private long afterSubBlocks(long start) throws MediaException {
    long position = start;
    while (file.has(position, 1)) {
      int length = file.u8(position);
      position += length + 1;
      if (length == 0) {
        return position;
      }
    }
    return position;
  }
}
