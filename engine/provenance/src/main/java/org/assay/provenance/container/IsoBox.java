package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/**
 * One box of an ISO base media file, ISO/IEC 14496-12 section 4.2.
 *
 * @param type four Latin-1 characters
 * @param whole header included
 * @param content what follows size and type; a uuid box's content starts with its UUID
 */
record IsoBox(String type, Span whole, Span content) {

  /** What is done with each box. */
  @FunctionalInterface
  interface Visitor {
    void visit(IsoBox box) throws IOException, MediaException, InterruptedException;
  }

  /** What is done with a box whose size leads out of its parent. */
  @FunctionalInterface
  interface CutVisitor {
    void visit(Span rest, Collector found) throws IOException, MediaException;
  }

  /**
   * Visits the boxes in a part from {@code start} on. What is wrong in one box does not stop the
   * next; a size that leads out of the part does.
   */
  static void forEach(Span parent, long start, Collector found, Visitor visitor)
      throws IOException, MediaException, InterruptedException {
    forEach(parent, start, found, visitor, (rest, any) -> {});
  }

  /** As above; {@code cut} is shown the rest of the part before the box in it is refused. */
  static void forEach(Span parent, long start, Collector found, Visitor visitor, CutVisitor cut)
      throws IOException, MediaException, InterruptedException {
    long at = start;
    while (parent.length() - at >= 8) {
      found.step();
      if (parent.u32(at) > parent.length() - at) {
        cut.visit(parent.from(at, parent.name()), found);
      }
      IsoBox box = read(parent, at);
      found.attempt(() -> visitor.visit(box));
      at += box.whole.length();
    }
    if (at < parent.length() && parent.length() - at > 4) { // QuickTime ends lists with four zeros
      throw new MediaException(
          "%s at byte %d: %d bytes are too few for a box"
              .formatted(parent.name(), parent.offset() + at, parent.length() - at));
    }
  }

  /** The boxes in a part, for lists that have to be looked at twice. */
  static List<IsoBox> children(Span parent, long start, Collector found)
      throws IOException, MediaException, InterruptedException {
    List<IsoBox> boxes = new ArrayList<>();
    forEach(parent, start, found, boxes::add);
    return boxes;
  }

  private static IsoBox read(Span parent, long at) throws IOException, MediaException {
    long size = parent.u32(at);
    String type = parent.latin1(at + 4, 4);
    int header = 8;
    if (size == 1) {
      size = parent.number(at + 8, 8, true);
      header = 16;
    } else if (size == 0) {
      size = parent.length() - at;
    }
    String name = "box '" + type.replaceAll("[^ -~©]", "?") + "'";
    if (size < header) {
      throw new MediaException(
          "%s at byte %d: size %d is below its header of %d bytes"
              .formatted(name, parent.offset() + at, size, header));
    }
    Span whole = parent.sub(at, size, name);
    return new IsoBox(type, whole, whole.from(header, name));
  }
}
