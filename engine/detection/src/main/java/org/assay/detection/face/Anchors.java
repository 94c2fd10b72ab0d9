package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;
import org.assay.signal.Region.Point;

/**
 * The fixed places that a BlazeFace network judges: the cells of square grids, several anchors a
 * cell. All anchors have the size of the whole input, so an anchor is its centre.
 *
 * @see <a href="https://arxiv.org/abs/1907.05047">Bazarevsky and others, BlazeFace, 2019</a>
 */
final class Anchors {
  /** Two for the box's centre, two for its size, two for each of six points. */
  static final int VALUES_PER_ANCHOR = 16;

  /** One grid of {@code cells} x {@code cells} cells. */
  record Grid(int cells, int anchorsPerCell) {}

  private final int sidePixels;
  private final double[] centres;

  /**
   * Lays out the grids one after the other, each row by row.
   *
   * @param sidePixels side of the network's square input
   */
  Anchors(int sidePixels, List<Grid> grids) {
    this.sidePixels = sidePixels;
    int count = grids.stream().mapToInt(g -> g.cells() * g.cells() * g.anchorsPerCell()).sum();
    this.centres = new double[2 * count];
    int next = 0;
    for (Grid grid : grids) {
      for (int cell = 0; cell < grid.cells() * grid.cells(); cell++) {
        int row = cell / grid.cells();
        int column = cell % grid.cells();
        for (int i = 0; i < grid.anchorsPerCell(); i++) {
          centres[next++] = (column + 0.5) / grid.cells() * sidePixels;
          centres[next++] = (row + 0.5) / grid.cells() * sidePixels;
        }
      }
    }
  }

  /** How many anchors there are, so the number of rows of the network's outputs. */
  int count() {
    return centres.length / 2;
  }

  /**
   * Reads the outputs of the network.
   *
   * @param logits one an anchor
   * @param values row-major, {@value #VALUES_PER_ANCHOR} an anchor, in pixels of the input: centre
   *     of the box from the anchor, width, height, then the points from the anchor, x before y
   * @param minimumScore in [0, 1]; anchors that score less are left out
   * @return faces in pixels of the input, in order of their anchors; boxes without area and values
   *     that are no numbers are left out
   * @throws IllegalArgumentException if the lengths do not fit
   */
  List<Face> decode(float[] logits, float[] values, double minimumScore) {
    if (logits.length != count() || values.length != VALUES_PER_ANCHOR * count()) {
      throw new IllegalArgumentException(
          "%d anchors at %d pixels do not fit %d scores and %d values"
              .formatted(count(), sidePixels, logits.length, values.length));
    }
    List<Face> faces = new ArrayList<>();
    for (int anchor = 0; anchor < count(); anchor++) {
      double score = 1 / (1 + Math.exp(-logits[anchor]));
      if (score >= minimumScore && isBox(values, anchor)) {
        faces.add(face(anchor, values, score));
      }
    }
    return faces;
  }

  private Face face(int anchor, float[] values, double score) {
    int at = VALUES_PER_ANCHOR * anchor;
    double x = centres[2 * anchor];
    double y = centres[2 * anchor + 1];
    double width = values[at + 2];
    double height = values[at + 3];
    List<Point> points = new ArrayList<>();
    for (int i = at + 4; i < at + VALUES_PER_ANCHOR; i += 2) {
      points.add(new Point(x + values[i], y + values[i + 1]));
    }
    return new Face(
        x + values[at] - width / 2, y + values[at + 1] - height / 2, width, height, score, points);
  }

  private static boolean isBox(float[] values, int anchor) {
    int at = VALUES_PER_ANCHOR * anchor;
    for (int i = at; i < at + VALUES_PER_ANCHOR; i++) {
      if (!Float.isFinite(values[i])) {
        return false;
      }
    }
    return values[at + 2] > 0 && values[at + 3] > 0;
  }
}
