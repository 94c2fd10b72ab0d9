package org.assay.provenance.jumbf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/** Parses boxes; one instance a store, because the number of boxes is limited over all of it. */
final class Boxes {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_BOXES = 100_000;
  private static final int HEADER_BYTES = 8;
  private static final int LONG_HEADER_BYTES = 16;

  private final List<String> faults;
  private final List<String> overlong;
  private final boolean strict;
  private int count;
  private int end;

  Boxes(List<String> faults, List<String> overlong, boolean strict) {
    this.faults = faults;
    this.overlong = overlong;
    this.strict = strict;
  }

  SuperBox root(Slice bytes) throws MediaException {
    end = bytes.offset() + bytes.length();
    if (box(bytes, 0, 1) instanceof SuperBox box) {
      return box;
    }
    throw new MediaException("JUMBF: expected a superbox 'jumb' first");
  }

  static ContentBox contentBox(Slice parent, int at) throws MediaException {
    long size = parent.u32(at);
    int header = HEADER_BYTES;
    String type = new String(parent.sub(at + 4, 4).toArray(), ISO_8859_1);
    int left = parent.length() - at;
    if (size == 1) {
      size = parent.u64(at + HEADER_BYTES);
      header = LONG_HEADER_BYTES;
    } else if (size == 0) { // to the end
      size = left;
    }
    if (size < header || size > left) {
      throw new MediaException(
          "JUMBF box '%s' at byte %d: length %s exceeds the %d bytes left in its parent or is below its header"
              .formatted(
                  type.replaceAll("[^ -~]", "?"),
                  parent.offset() + at,
                  Long.toUnsignedString(size),
                  left));
    }
    Slice whole = parent.sub(at, size);
    return new ContentBox(type, whole, whole.sub(header, size - header));
  }

  private Box box(Slice parent, int at, int depth) throws MediaException {
    if (depth > MAX_DEPTH || ++count > MAX_BOXES) {
      throw new MediaException(
          "JUMBF at byte %d: deeper than %d or more than %d boxes"
              .formatted(parent.offset() + at, MAX_DEPTH, MAX_BOXES));
    }
    ContentBox box = strict ? contentBox(parent, at) : clipped(parent, at);
    return box.type().equals("jumb") ? superBox(box, depth) : box;
  }

  private ContentBox clipped(Slice parent, int at) throws MediaException {
    try {
      return contentBox(parent, at);
    } catch (MediaException fault) {
      boolean exceeds = parent.u32(at) > parent.length() - at;
      if (!exceeds || !new String(parent.sub(at + 4, 4).toArray(), ISO_8859_1).equals("jumb")) {
        throw fault;
      }
      boolean last = parent.offset() + parent.length() == end;
      (last ? overlong : faults).add(fault.getMessage());
      Slice whole = parent.sub(at, parent.length() - at);
      return new ContentBox("jumb", whole, whole.sub(HEADER_BYTES, whole.length() - HEADER_BYTES));
    }
  }

  private SuperBox superBox(ContentBox box, int depth) throws MediaException {
    Slice content = box.content();
    ContentBox first = contentBox(content, 0);
    if (!first.type().equals("jumd")) {
      throw new MediaException(
          "JUMBF superbox at byte %d: expected a description 'jumd' first, found '%s'"
              .formatted(box.whole().offset(), first.type().replaceAll("[^ -~]", "?")));
    }
    Description description = Description.read(first.content());
    List<Box> children = new ArrayList<>();
    int at = first.whole().length();
    while (at < content.length()) {
      try {
        Box child = box(content, at, depth + 1);
        children.add(child);
        at += child.whole().length();
      } catch (MediaException fault) {
        if (strict) {
          throw fault;
        }
        faults.add(fault.getMessage());
        break;
      }
    }
    return new SuperBox(box.whole(), content, description, children);
  }
}
