package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** The signature and the chunks of a PNG file: C2PA 2.2 section A.3.2. */
final class PngBoxes {
  /** Name of the signature; lists of early writers leave it out. */
  static final String SIGNATURE = "PNGh";

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_BYTES = 12;
  private static final String XMP = "XML:com.adobe.xmp\0";

  private PngBoxes() {}

  static List<NamedBox> list(Span file) throws IOException, MediaException, InterruptedException {
    List<NamedBox> boxes = new ArrayList<>();
    boxes.add(NamedBox.of(SIGNATURE, 0, SIGNATURE_BYTES));
    long at = SIGNATURE_BYTES;
    String type = "";
    while (!type.equals("IEND")) {
      BoxList.step(boxes);
      type = file.latin1(at + 4, 4);
      Span chunk = file.sub(at, CHUNK_BYTES + file.u32(at), "PNG chunk");
      long end = at + chunk.length();
      boolean metadata = type.equals("eXIf") || (type.equals("iTXt") && chunk.matches(8, XMP));
      String name = type.equals("caBX") ? NamedBox.C2PA : type;
      boxes.add(metadata ? NamedBox.metadata(name, at, at + 8, end) : NamedBox.of(name, at, end));
      at = end;
    }
    return withPlaceForManifest(boxes);
  }

  private static List<NamedBox> withPlaceForManifest(List<NamedBox> boxes) {
    if (boxes.stream().noneMatch(box -> box.is(NamedBox.C2PA))) {
      long end = boxes.get(1).range().end();
      boxes.add(2, NamedBox.of(NamedBox.C2PA, end, end));
    }
    return boxes;
  }
}
