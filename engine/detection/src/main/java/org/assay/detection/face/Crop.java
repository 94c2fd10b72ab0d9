package org.assay.detection.face;

import org.assay.signal.Region.Point;

/**
 * A turned square of a picture, to be seen at a size of its own.
 *
 * @param centreX in pixels of the picture
 * @param centreY in pixels of the picture
 * @param sidePixels of the square in the picture, positive
 * @param turnRadians clockwise, from the picture's upright to the square's
 * @param resultPixels side after scaling, positive
 */
record Crop(
    double centreX, double centreY, double sidePixels, double turnRadians, int resultPixels) {

  /** Around a face with room on all sides, turned so that the eyes are level. */
  static Crop around(Face face, double margin, int resultPixels) {
    double side = margin * Math.max(face.width(), face.height());
    Point centre = face.centre();
    return new Crop(centre.x(), centre.y(), side, face.rollRadians(), resultPixels);
  }

  /** Where a place of the scaled square lies in the picture. */
  Point toPicture(double x, double y) {
    double scale = sidePixels / resultPixels;
    double right = (x - resultPixels / 2.0) * scale;
    double down = (y - resultPixels / 2.0) * scale;
    double cos = Math.cos(turnRadians);
    double sin = Math.sin(turnRadians);
    return new Point(centreX + cos * right - sin * down, centreY + sin * right + cos * down);
  }

  /** A face found in the scaled square, in pixels of the picture; its box keeps size, not turn. */
  Face toPicture(Face face) {
    double scale = sidePixels / resultPixels;
    Point middle = toPicture(face.centre().x(), face.centre().y());
    double width = face.width() * scale;
    double height = face.height() * scale;
    return new Face(
        middle.x() - width / 2,
        middle.y() - height / 2,
        width,
        height,
        face.score(),
        face.points().stream().map(p -> toPicture(p.x(), p.y())).toList());
  }
}
