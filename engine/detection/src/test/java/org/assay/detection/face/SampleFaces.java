package org.assay.detection.face;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assay.signal.Region.Point;

/** Seeded boxes for tests that need no picture. */
final class SampleFaces {
  private SampleFaces() {}

  /** One box, all points at its upper left corner. */
  static Face face(double left, double top, double side, double score) {
    return new Face(left, top, side, side, score, Collections.nCopies(6, new Point(left, top)));
  }

  /** Many boxes that overlap one another. */
  static List<Face> crowd(Random random, int count) {
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faces.add(
          face(
              random.nextDouble(0, 200),
              random.nextDouble(0, 200),
              random.nextDouble(10, 80),
              random.nextDouble()));
    }
    return faces;
  }
}
