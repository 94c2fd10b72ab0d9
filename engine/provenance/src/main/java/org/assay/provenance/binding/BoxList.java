package org.assay.provenance.binding;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** Divides a file into the boxes that a boxes hash names. */
@FunctionalInterface
interface BoxList {
  /** Most boxes of one file. */
  int MAX_BOXES = 500_000;

  /**
   * All boxes in the order of the file.
   *
   * @throws MediaException if the file is damaged where its boxes are divided
   */
  List<NamedBox> of(Span file) throws IOException, MediaException, InterruptedException;

  /** Of the format of a file; empty for formats without boxes that the specification names. */
  static Optional<BoxList> forFormat(BoundFile file) {
    return switch (file.container().type()) {
      case JPEG -> Optional.of(JpegBoxes::list);
      case PNG -> Optional.of(PngBoxes::list);
      case GIF -> Optional.of(GifBoxes::list);
      case JXL -> Optional.of(JxlBoxes::list);
      case C2PA -> Optional.of(bytes -> List.of(NamedBox.of(NamedBox.C2PA, 0, bytes.length())));
      default -> Optional.empty();
    };
  }

  /** To be called for every box. */
  static void step(List<NamedBox> boxes) throws MediaException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("reading boxes");
    }
    if (boxes.size() > MAX_BOXES) {
      throw new MediaException("more than %d boxes".formatted(MAX_BOXES));
    }
  }
}
