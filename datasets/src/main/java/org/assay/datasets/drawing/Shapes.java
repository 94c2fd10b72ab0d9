package org.assay.datasets.drawing;

/** Shapes for a {@link Canvas}, in heights of the picture. */
public final class Shapes {
  private Shapes() {}

  /** A disc. */
  public static Canvas.Shape disc(double u, double v, double radius) {
    return (x, y) -> length(x - u, y - v) - radius;
  }

  /** An upright ellipse; the distance is exact at the edge only. */
  public static Canvas.Shape ellipse(double u, double v, double radiusU, double radiusV) {
    double smaller = Math.min(radiusU, radiusV);
    return (x, y) -> (length((x - u) / radiusU, (y - v) / radiusV) - 1) * smaller;
  }

  /** An upright rectangle. */
  public static Canvas.Shape box(double left, double top, double right, double bottom) {
    return roundedBox(left, top, right, bottom, 0);
  }

  /** An upright rectangle with round corners. */
  public static Canvas.Shape roundedBox(
      double left, double top, double right, double bottom, double radius) {
    double u = (left + right) / 2;
    double v = (top + bottom) / 2;
    double halfWidth = (right - left) / 2 - radius;
    double halfHeight = (bottom - top) / 2 - radius;
    return (x, y) -> {
      double outX = Math.abs(x - u) - halfWidth;
      double outY = Math.abs(y - v) - halfHeight;
      return length(Math.max(0, outX), Math.max(0, outY))
          + Math.min(0, Math.max(outX, outY))
          - radius;
    };
  }

  /** A triangle that stands on its base, {@code halfWidth} to either side of {@code u}. */
  public static Canvas.Shape gable(double u, double top, double bottom, double halfWidth) {
    double lean = length(halfWidth, bottom - top);
    return (x, y) -> {
      double side = (Math.abs(x - u) * (bottom - top) - (y - top) * halfWidth) / lean;
      return Math.max(side, y - bottom);
    };
  }

  /** A stroke with round ends. */
  public static Canvas.Shape stroke(
      double fromU, double fromV, double toU, double toV, double halfWidth) {
    double du = toU - fromU;
    double dv = toV - fromV;
    double square = Math.max(1e-12, du * du + dv * dv);
    return (x, y) -> {
      double along = ((x - fromU) * du + (y - fromV) * dv) / square;
      double t = Math.max(0, Math.min(1, along));
      return length(x - fromU - t * du, y - fromV - t * dv) - halfWidth;
    };
  }

  /** Where both shapes are. */
  public static Canvas.Shape both(Canvas.Shape one, Canvas.Shape other) {
    return (u, v) -> Math.max(one.distance(u, v), other.distance(u, v));
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  public static double smooth(double from, double to, double value) {
    double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
