package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.detection.face.FaceCorpus.Labelled;
import org.assay.testing.SampleMedia;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Harder pictures made of easy ones, with their boxes. */
final class Composition {
  private Composition() {}

  /** Sixteen pictures, scaled, in four rows of four, in cells of the largest picture's size. */
  static Labelled mosaic(List<Labelled> sixteen, double scale) {
    int cell = 0;
    for (Labelled picture : sixteen) {
      int side = Math.max(picture.rgb().cols(), picture.rgb().rows());
      cell = Math.max(cell, (int) Math.ceil(side * scale));
    }
    Mat canvas = new Mat(4 * cell, 4 * cell, CvType.CV_8UC3, new Scalar(96, 120, 104));
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < sixteen.size(); i++) {
      faces.addAll(paste(sixteen.get(i), canvas, scale, i % 4 * cell, i / 4 * cell));
    }
    return new Labelled("mosaic", canvas, faces);
  }

  /** One picture, scaled, somewhere on a large ground of smooth colours. */
  static Labelled placed(Labelled picture, int width, int height, double scale, Random random) {
    Mat ground = new Mat(height / 10, width / 10, CvType.CV_8UC3);
    ground.put(0, 0, SampleMedia.raster(width / 10, height / 10, random.nextLong()).rgb());
    Mat canvas = new Mat();
    Imgproc.resize(ground, canvas, new Size(width, height));
    int x = random.nextInt(width - (int) Math.ceil(scale * picture.rgb().cols()));
    int y = random.nextInt(height - (int) Math.ceil(scale * picture.rgb().rows()));
    return new Labelled(picture.source(), canvas, paste(picture, canvas, scale, x, y));
  }

  /** Turned clockwise about its middle, with room for the corners. */
  static Labelled turned(Labelled picture, double degrees) {
    int width = picture.rgb().cols();
    int height = picture.rgb().rows();
    int side = (int) Math.ceil(Math.hypot(width, height));
    Mat turn = Imgproc.getRotationMatrix2D(new Point(width / 2.0, height / 2.0), -degrees, 1);
    turn.put(0, 2, turn.get(0, 2)[0] + (side - width) / 2.0);
    turn.put(1, 2, turn.get(1, 2)[0] + (side - height) / 2.0);
    Mat turned = new Mat();
    Imgproc.warpAffine(picture.rgb(), turned, turn, new Size(side, side));
    List<Face> faces = new ArrayList<>();
    for (Face face : picture.faces()) {
      double x = face.centre().x();
      double y = face.centre().y();
      double newX = turn.get(0, 0)[0] * x + turn.get(0, 1)[0] * y + turn.get(0, 2)[0];
      double newY = turn.get(1, 0)[0] * x + turn.get(1, 1)[0] * y + turn.get(1, 2)[0];
      faces.add(
          FaceCorpus.box(
              newX - face.width() / 2, newY - face.height() / 2, face.width(), face.height()));
    }
    return new Labelled(picture.source(), turned, faces);
  }

  /** Left and right exchanged. */
  static Labelled mirrored(Labelled picture) {
    Mat mirrored = new Mat();
    Core.flip(picture.rgb(), mirrored, 1);
    List<Face> faces = new ArrayList<>();
    for (Face face : picture.faces()) {
      double left = picture.rgb().cols() - face.left() - face.width();
      faces.add(FaceCorpus.box(left, face.top(), face.width(), face.height()));
    }
    return new Labelled(picture.source(), mirrored, faces);
  }

  private static List<Face> paste(Labelled picture, Mat canvas, double scale, int x, int y) {
    Mat scaled = new Mat();
    Imgproc.resize(picture.rgb(), scaled, new Size(), scale, scale, Imgproc.INTER_AREA);
    scaled.copyTo(canvas.submat(new Rect(x, y, scaled.cols(), scaled.rows())));
    List<Face> faces = new ArrayList<>();
    for (Face face : picture.faces()) {
      faces.add(
          FaceCorpus.box(
              x + scale * face.left(),
              y + scale * face.top(),
              scale * face.width(),
              scale * face.height()));
    }
    return faces;
  }
}
