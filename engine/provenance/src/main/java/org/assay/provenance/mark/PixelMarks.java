package org.assay.provenance.mark;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.Image;
import org.assay.signal.Mark;

/** All marks that are looked for in samples. */
final class PixelMarks {
  private PixelMarks() {}

  static List<Mark> find(Image image) throws InterruptedException {
    List<Mark> marks = new ArrayList<>();
    StealthMark.find(image).ifPresent(marks::add);
    WaveletMark.find(image).ifPresent(marks::add);
    return marks;
  }
}
