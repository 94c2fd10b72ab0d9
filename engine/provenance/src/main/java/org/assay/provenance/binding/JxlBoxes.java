package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** The boxes of a JPEG XL container. */
final class JxlBoxes {
  private JxlBoxes() {}

  static List<NamedBox> list(Span file) throws IOException, MediaException, InterruptedException {
    List<NamedBox> boxes = new ArrayList<>();
    boolean manifest = false;
    long at = 0;
    while (at < file.length()) {
      BoxList.step(boxes);
      long size = file.u32(at);
      String type = file.latin1(at + 4, 4);
      int header = 8;
      if (size == 1) {
        size = file.number(at + 8, 8, true);
        header = 16;
      } else if (size == 0) {
        size = file.length() - at;
      }
      if (size < header) {
        throw new MediaException("JPEG XL box at byte %d: size %d".formatted(at, size));
      }
      long end = at + file.sub(at, size, "JPEG XL box").length();
      boolean store = type.equals("jumb") && file.matches(at + header + 4, "jumdc2pa");
      manifest |= store;
      boxes.add(box(store ? NamedBox.C2PA : type, at, header, end));
      at = end;
    }
    if (!manifest) {
      placeForManifest(boxes);
    }
    return boxes;
  }

  private static NamedBox box(String name, long at, int header, long end) {
    return switch (name) {
      case "xml " -> NamedBox.metadata(name, at, at + header, end);
      case "Exif" -> NamedBox.metadata(name, at, at + header + 4, end); // after the offset
      default -> NamedBox.of(name, at, end);
    };
  }

  private static void placeForManifest(List<NamedBox> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).is("ftyp")) {
        long end = boxes.get(i).range().end();
        boxes.add(i + 1, NamedBox.of(NamedBox.C2PA, end, end));
        return;
      }
    }
  }
}
