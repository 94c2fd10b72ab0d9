package org.assay.detection.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assay.signal.Region.Point;

/** Makes one face of the many boxes that a network draws around it. */
final class Suppression {
  /** Best score first, then from top to bottom and from left to right. */
  static final Comparator<Face> ORDER =
      Comparator.comparingDouble(Face::score)
          .reversed()
          .thenComparingDouble(Face::top)
          .thenComparingDouble(Face::left)
          .thenComparingDouble(Face::width)
          .thenComparingDouble(Face::height);

  private Suppression() {}

  /**
   * Joins boxes that overlap the best one of their place: the mean of boxes and points, weighted by
   * score, steadier than the best box alone. The score is that of the best.
   *
   * @param minimumOverlap intersection over union from which two boxes are of one face
   * @return in {@link #ORDER}
   * @see <a href="https://arxiv.org/abs/1907.05047">BlazeFace, section 3.4</a>
   */
  static List<Face> blend(List<Face> faces, double minimumOverlap) {
    List<Face> rest = new ArrayList<>(faces);
    rest.sort(ORDER);
    List<Face> kept = new ArrayList<>();
    while (!rest.isEmpty()) {
      Face best = rest.get(0);
      List<Face> same =
          rest.stream().filter(f -> f.equals(best) || f.overlap(best) >= minimumOverlap).toList();
      rest.removeAll(same);
      kept.add(mean(same).withScore(best.score()));
    }
    kept.sort(ORDER);
    return kept;
  }

  /**
   * Keeps the best face of each place; others that overlap it, or lie inside of it, are dropped.
   *
   * @param minimumOverlap intersection over union
   * @param minimumContainment share of the smaller box inside the larger one
   * @return in {@link #ORDER}
   */
  static List<Face> best(List<Face> faces, double minimumOverlap, double minimumContainment) {
    List<Face> kept = new ArrayList<>();
    for (Face face : faces.stream().sorted(ORDER).toList()) {
      if (kept.stream()
          .noneMatch(
              k ->
                  k.overlap(face) >= minimumOverlap || k.containment(face) >= minimumContainment)) {
        kept.add(face);
      }
    }
    return kept;
  }

  private static Face mean(List<Face> faces) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < Landmark.values().length; i++) {
      int index = i;
      points.add(
          new Point(
              mean(faces, f -> f.points().get(index).x()),
              mean(faces, f -> f.points().get(index).y())));
    }
    return new Face(
        mean(faces, Face::left),
        mean(faces, Face::top),
        mean(faces, Face::width),
        mean(faces, Face::height),
        faces.get(0).score(),
        points);
  }

  private static double mean(List<Face> faces, ToDoubleFunction<Face> value) {
    double sum = 0;
    double weights = 0;
    for (Face face : faces) {
      double weight = Math.max(face.score(), 1e-6);
      sum += weight * value.applyAsDouble(face);
      weights += weight;
    }
    return sum / weights;
  }
}
