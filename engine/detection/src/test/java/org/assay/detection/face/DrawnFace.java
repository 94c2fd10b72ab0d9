package org.assay.detection.face;

import org.assay.media.Raster;

/** A face made of shaded ellipses, enough of one for the networks. */
final class DrawnFace {
  private DrawnFace() {}

  /** On a grey ground; {@code radius} is half of the height of the head. */
  static Raster upright(int width, int height, double x, double y, double radius) {
    Raster raster = new Raster(width, height, new byte[3 * width * height]);
    Drawing drawing = new Drawing(raster, x, y, radius);
    drawing.ellipse(0, 0, 99, 99, 120, 130, 140);
    drawing.ellipse(0, -0.12, 0.84, 1.02, 50, 34, 26);
    drawing.ellipse(0, 0.08, 0.7, 0.92, 215, 170, 145);
    drawing.ellipse(0, 0.02, 0.5, 0.5, 226, 184, 160);
    for (int side = -1; side <= 1; side += 2) {
      drawing.ellipse(side * 0.72, 0.08, 0.1, 0.2, 200, 150, 125);
      drawing.ellipse(side * 0.3, -0.22, 0.19, 0.045, 60, 42, 34);
      drawing.ellipse(side * 0.29, -0.06, 0.17, 0.11, 185, 138, 118);
      drawing.ellipse(side * 0.29, -0.05, 0.14, 0.07, 240, 236, 232);
      drawing.ellipse(side * 0.29, -0.05, 0.065, 0.068, 45, 30, 25);
      drawing.ellipse(side * 0.09, 0.28, 0.05, 0.035, 130, 85, 75);
    }
    drawing.ellipse(0, 0.12, 0.06, 0.2, 236, 196, 172);
    drawing.ellipse(0, 0.31, 0.12, 0.035, 190, 140, 120);
    drawing.ellipse(0, 0.53, 0.26, 0.09, 170, 80, 80);
    drawing.ellipse(0, 0.525, 0.24, 0.015, 90, 40, 40);
    return raster;
  }

  /** Places in shares of the radius, from the middle of the head. */
  private record Drawing(Raster raster, double x, double y, double radius) {
    void ellipse(double atX, double atY, double halfWidth, double halfHeight, int... colour) {
      byte[] rgb = raster.rgb();
      int width = raster.widthPixels();
      for (int row = 0; row < raster.heightPixels(); row++) {
        for (int column = 0; column < width; column++) {
          double u = ((column - x) / radius - atX) / halfWidth;
          double v = ((row - y) / radius - atY) / halfHeight;
          // soft edges: a hard one is no sight that a photograph offers
          double cover = Math.min(1, Math.max(0, (1 - Math.hypot(u, v)) * radius * halfHeight / 2));
          for (int c = 0; c < 3; c++) {
            int at = 3 * (row * width + column) + c;
            rgb[at] = (byte) Math.round((rgb[at] & 0xff) * (1 - cover) + colour[c] * cover);
          }
        }
      }
    }
  }
}
