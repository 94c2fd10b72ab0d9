package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** The blocks of a GIF file; colour tables belong to the block before: C2PA 2.2 section A.3.4. */
final class GifBoxes {
  private static final int SIGNATURE_BYTES = 6;
  private static final int SCREEN_BYTES = 7;
  private static final int IMAGE_BYTES = 10;

  private GifBoxes() {}

  static List<NamedBox> list(Span file) throws IOException, MediaException, InterruptedException {
    List<NamedBox> boxes = new ArrayList<>();
    boxes.add(NamedBox.of("GIF89a", 0, SIGNATURE_BYTES));
    long at = SIGNATURE_BYTES + SCREEN_BYTES + colourBytes(file.u8(10));
    boxes.add(NamedBox.of("LSD", SIGNATURE_BYTES, at));
    boolean manifest = false;
    for (int kind = file.u8(at); kind != 0x3B; kind = file.u8(at)) {
      BoxList.step(boxes);
      if (kind == 0x2C) {
        long data = at + IMAGE_BYTES + colourBytes(file.u8(at + IMAGE_BYTES - 1));
        boxes.add(NamedBox.of("2C", at, data));
        at = endOfBlocks(file, data + 1); // after one byte of code size
        boxes.add(NamedBox.of("TBID", data, at));
      } else if (kind == 0x21) {
        NamedBox extension = extension(file, at);
        manifest |= extension.is(NamedBox.C2PA);
        boxes.add(extension);
        at = extension.range().end();
      } else {
        throw new MediaException("GIF at byte %d: block %02X is not known".formatted(at, kind));
      }
    }
    boxes.add(NamedBox.of("3B", at, at + 1));
    if (!manifest) {
      long end = boxes.get(1).range().end();
      boxes.add(2, NamedBox.of(NamedBox.C2PA, end, end));
    }
    return boxes;
  }

  private static NamedBox extension(Span file, long at)
      throws IOException, MediaException, InterruptedException {
    int label = file.u8(at + 1);
    long end = endOfBlocks(file, at + 2);
    return switch (label) {
      case 0xF9 -> NamedBox.of("21F9", at, end);
      case 0xFE -> NamedBox.of("21FE", at, end);
      case 0x01 -> NamedBox.of("2101", at, end);
      case 0xFF -> {
        if (file.matches(at + 3, "C2PA_GIF\1\0\0")) {
          yield NamedBox.of(NamedBox.C2PA, at, end);
        }
        yield file.matches(at + 3, "XMP DataXMP")
            ? NamedBox.metadata("21FF", at, at + 14, end)
            : NamedBox.of("21FF", at, end);
      }
      default ->
          throw new MediaException(
              "GIF at byte %d: extension %02X is not known".formatted(at, label));
    };
  }

  private static long colourBytes(int packed) {
    return (packed & 0x80) == 0 ? 0 : 3L << ((packed & 7) + 1);
  }

  private static long endOfBlocks(Span file, long start)
      throws IOException, MediaException, InterruptedException {
    long at = start;
    for (int length = file.u8(at); length != 0; length = file.u8(at)) {
      if (Thread.interrupted()) {
        throw new InterruptedException("reading GIF blocks");
      }
      at += 1L + length;
    }
    return at + 1;
  }
}
