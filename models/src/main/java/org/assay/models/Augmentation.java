package org.assay.models;

import java.util.SplittableRandom;
import org.assay.media.Raster;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * What platforms and people do to pictures: crop, rescale, add noise, recompress. Applied alike to
 * every class, so that none of it tells the classes apart.
 */
final class Augmentation {
  private static final int[] INTERPOLATIONS = {
    Imgproc.INTER_LINEAR, Imgproc.INTER_CUBIC, Imgproc.INTER_AREA, Imgproc.INTER_LANCZOS4
  };
  private static final int LONGEST_SIDE_PIXELS = 1024;

  private final int leastSidePixels;

  /** Results keep at least {@code leastSidePixels} on each side if the input has them. */
  Augmentation(int leastSidePixels) {
    this.leastSidePixels = leastSidePixels;
  }

  /** A changed copy; the same random state gives the same picture. */
  Raster apply(Raster raster, SplittableRandom random) {
    Mat picture = PictureFile.mat(raster);
    try {
      crop(picture, random);
      if (random.nextDouble() < 0.5) {
        rescale(picture, random);
      }
      Raster changed = PictureFile.raster(picture);
      if (random.nextDouble() < 0.15) {
        addNoise(changed.rgb(), 0.5 + 2.5 * random.nextDouble(), random);
      }
      return compress(changed, random);
    } finally {
      picture.release();
    }
  }

  /** Cuts up to a sixth of each side off, so that block grids start anywhere. */
  private void crop(Mat picture, SplittableRandom random) {
    int width = Math.max(Math.min(leastSidePixels, picture.cols()), picture.cols() * 5 / 6);
    int height = Math.max(Math.min(leastSidePixels, picture.rows()), picture.rows() * 5 / 6);
    if (random.nextDouble() < 0.5) {
      int left = random.nextInt(picture.cols() - width + 1);
      int top = random.nextInt(picture.rows() - height + 1);
      replace(picture, picture.submat(new Rect(left, top, width, height)).clone());
    }
  }

  private void rescale(Mat picture, SplittableRandom random) {
    int shortSide = Math.min(picture.cols(), picture.rows());
    int longSide = Math.max(picture.cols(), picture.rows());
    double scale = Math.pow(2, 2 * random.nextDouble() - 1);
    scale = Math.min(scale, (double) LONGEST_SIDE_PIXELS / longSide);
    scale = Math.max(scale, Math.min(1, (double) leastSidePixels / shortSide));
    int interpolation = INTERPOLATIONS[random.nextInt(INTERPOLATIONS.length)];
    Mat scaled = new Mat();
    Size size = new Size(Math.ceil(picture.cols() * scale), Math.ceil(picture.rows() * scale));
    Imgproc.resize(picture, scaled, size, 0, 0, interpolation);
    replace(picture, scaled);
  }

  private static void addNoise(byte[] samples, double deviation, SplittableRandom random) {
    for (int i = 0; i < samples.length; i++) {
      // The sum of four uniform values is close enough to a normal one, and quick.
      double normal =
          (random.nextDouble()
                  + random.nextDouble()
                  + random.nextDouble()
                  + random.nextDouble()
                  - 2)
              * 1.732;
      long value = Math.round((samples[i] & 0xff) + deviation * normal);
      samples[i] = (byte) Math.max(0, Math.min(255, value));
    }
  }

  private static Raster compress(Raster raster, SplittableRandom random) {
    double draw = random.nextDouble();
    if (draw < 0.25) {
      return raster;
    }
    boolean webp = draw < 0.4;
    MatOfInt options =
        new MatOfInt(
            webp ? Imgcodecs.IMWRITE_WEBP_QUALITY : Imgcodecs.IMWRITE_JPEG_QUALITY,
            50 + random.nextInt(47));
    Mat picture = PictureFile.mat(raster);
    MatOfByte bytes = new MatOfByte();
    try {
      if (!Imgcodecs.imencode(webp ? ".webp" : ".jpg", picture, bytes, options)) {
        throw new IllegalStateException("OpenCV refused to encode a picture of " + raster);
      }
      replace(picture, Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR));
      return PictureFile.raster(picture);
    } finally {
      picture.release();
      bytes.release();
      options.release();
    }
  }

  private static void replace(Mat old, Mat replacement) {
    replacement.copyTo(old);
    replacement.release();
  }
}
