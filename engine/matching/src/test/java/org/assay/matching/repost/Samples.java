package org.assay.matching.repost;

import java.nio.file.Path;
import java.util.Random;
import org.assay.matching.local.GreyPlane;
import org.assay.media.Raster;
import org.assay.testing.SampleMedia;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures for tests. */
final class Samples {
  private Samples() {}

  static void loadOpenCv() {
    GreyPlane.of(SampleMedia.flat(1, 1, 0), 1);
  }

  /** A seeded picture with shapes of all sizes: nothing alike with another seed. */
  static Raster scene(int width, int height, long seed) {
    Random random = new Random(seed);
    Mat mat = Disguise.mat(SampleMedia.raster(width, height, seed));
    int side = Math.min(width, height);
    for (int i = 0; i < 60; i++) {
      Scalar colour = new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      Point at = new Point(random.nextInt(width), random.nextInt(height));
      Point to =
          new Point(
              at.x + random.nextInt(side / 3) - side / 6.0,
              at.y + random.nextInt(side / 3) - side / 6.0);
      switch (i % 3) {
        case 0 -> Imgproc.circle(mat, at, 2 + random.nextInt(side / 12), colour, Imgproc.FILLED);
        case 1 -> Imgproc.rectangle(mat, at, to, colour, Imgproc.FILLED);
        default -> Imgproc.line(mat, at, to, colour, 1 + random.nextInt(4));
      }
    }
    Imgproc.GaussianBlur(mat, mat, new org.opencv.core.Size(0, 0), 0.8);
    Mat noise = new Mat(mat.size(), CvType.CV_8UC3);
    Core.setRNGSeed((int) seed);
    Core.randn(noise, 8, 4);
    Core.add(mat, noise, mat);
    return Disguise.raster(mat);
  }

  /** A file, decoded. */
  static Raster read(Path file) {
    loadOpenCv();
    Mat mat = Imgcodecs.imread(file.toString(), Imgcodecs.IMREAD_COLOR);
    if (mat.empty()) {
      throw new IllegalArgumentException("OpenCV cannot read " + file);
    }
    Imgproc.cvtColor(mat, mat, Imgproc.COLOR_BGR2RGB);
    return Disguise.raster(mat);
  }
}
