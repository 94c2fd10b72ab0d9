package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;
import org.assay.media.Raster;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * One picture at several sizes, the smallest first, each twice as large as the one before it.
 * Memory outside of the Java heap is given back by {@link #close}.
 */
final class Pyramid implements AutoCloseable {
  /** Longest side of the largest level; a face of interest is sharp enough there. */
  private static final int MAX_SIDE_PIXELS = 6144;

  private static final Scalar BLACK = new Scalar(0, 0, 0);

  private final int longSidePixels;
  private final List<Mat> levels = new ArrayList<>();

  /**
   * Scales a picture.
   *
   * @param baseSidePixels longer side of the smallest level, which may be larger than the picture
   */
  Pyramid(Raster raster, int baseSidePixels) {
    this.longSidePixels = Math.max(raster.widthPixels(), raster.heightPixels());
    int top = baseSidePixels;
    while (2 * top <= Math.min(longSidePixels, MAX_SIDE_PIXELS)) {
      top *= 2;
    }
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC3);
    picture.put(0, 0, raster.rgb());
    if (longSidePixels <= MAX_SIDE_PIXELS && top < longSidePixels) {
      levels.add(picture);
    }
    for (int side = top; side >= baseSidePixels; side /= 2) {
      Mat larger = levels.isEmpty() ? picture : levels.get(0);
      levels.add(0, resized(larger, raster, side));
    }
    if (!levels.contains(picture)) {
      picture.release();
    }
  }

  /** How many sizes there are. */
  int depth() {
    return levels.size();
  }

  /** Columns at a level. */
  int widthPixels(int level) {
    return levels.get(level).cols();
  }

  /** Rows at a level. */
  int heightPixels(int level) {
    return levels.get(level).rows();
  }

  /** Pixels of the picture in one pixel of a level. */
  double scale(int level) {
    Mat mat = levels.get(level);
    return (double) longSidePixels / Math.max(mat.cols(), mat.rows());
  }

  /** Cuts a square out of a level, black where it reaches over the edge; the caller releases it. */
  Mat tile(int level, Tiles.Corner corner, int side) {
    Mat mat = levels.get(level);
    int width = Math.min(side, mat.cols() - corner.x());
    int height = Math.min(side, mat.rows() - corner.y());
    Mat part = mat.submat(new Rect(corner.x(), corner.y(), width, height));
    Mat square = new Mat();
    Core.copyMakeBorder(
        part, square, 0, side - height, 0, side - width, Core.BORDER_CONSTANT, BLACK);
    part.release();
    return square;
  }

  /** Cuts a turned square out of the level that fits best; the caller releases it. */
  Mat crop(Crop crop) {
    int level = 0;
    while (level + 1 < depth() && crop.sidePixels() / scale(level) < crop.resultPixels()) {
      level++;
    }
    double scale = scale(level);
    MatOfPoint2f from = new MatOfPoint2f(levelPoints(crop, scale));
    int end = crop.resultPixels();
    MatOfPoint2f to = new MatOfPoint2f(new Point(0, 0), new Point(end, 0), new Point(0, end));
    Mat transform = Imgproc.getAffineTransform(from, to);
    Mat square = new Mat();
    Imgproc.warpAffine(
        levels.get(level),
        square,
        transform,
        new Size(end, end),
        Imgproc.INTER_LINEAR,
        Core.BORDER_CONSTANT,
        BLACK);
    List.of(from, to, transform).forEach(Mat::release);
    return square;
  }

  @Override
  public void close() {
    levels.forEach(Mat::release);
  }

  private static Point[] levelPoints(Crop crop, double scale) {
    int end = crop.resultPixels();
    Point[] points = {new Point(0, 0), new Point(end, 0), new Point(0, end)};
    for (Point point : points) {
      // OpenCV counts from the middle of the first pixel, boxes from its edge
      var inPicture = crop.toPicture(point.x + 0.5, point.y + 0.5);
      point.x = inPicture.x() / scale - 0.5;
      point.y = inPicture.y() / scale - 0.5;
    }
    return points;
  }

  private static Mat resized(Mat picture, Raster raster, int longSide) {
    double scale = (double) longSide / Math.max(raster.widthPixels(), raster.heightPixels());
    Size size =
        new Size(
            Math.max(1, Math.round(raster.widthPixels() * scale)),
            Math.max(1, Math.round(raster.heightPixels() * scale)));
    Mat result = new Mat();
    int method = picture.cols() < size.width ? Imgproc.INTER_LINEAR : Imgproc.INTER_AREA;
    Imgproc.resize(picture, result, size, 0, 0, method);
    return result;
  }
}
