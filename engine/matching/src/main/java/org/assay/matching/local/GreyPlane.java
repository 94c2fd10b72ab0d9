package org.assay.matching.local;

import org.assay.media.Raster;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A picture's luminance, scaled down so that neither side exceeds a limit; never scaled up.
 *
 * @param widthPixels columns of the plane
 * @param heightPixels rows of the plane
 * @param luma row-major, one byte a sample, unsigned; never write to it
 * @param fullWidthPixels columns of the picture it was made of
 * @param fullHeightPixels rows of the picture it was made of
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
public record GreyPlane(
    int widthPixels, int heightPixels, byte[] luma, int fullWidthPixels, int fullHeightPixels) {

  /** Checks the lengths. */
  public GreyPlane {
    if (widthPixels <= 0 || heightPixels <= 0 || luma.length != widthPixels * heightPixels) {
      throw new IllegalArgumentException(
          "%d x %d samples do not fit %d bytes".formatted(widthPixels, heightPixels, luma.length));
    }
  }

  /** The luminance of a picture, by area, with no side over {@code maxSidePixels}. */
  public static GreyPlane of(Raster raster, int maxSidePixels) {
    OpenCvLibrary.load();
    int width = raster.widthPixels();
    int height = raster.heightPixels();
    Mat rgb = new Mat(height, width, CvType.CV_8UC3);
    Mat grey = new Mat();
    Mat small = new Mat();
    try {
      rgb.put(0, 0, raster.rgb());
      Imgproc.cvtColor(rgb, grey, Imgproc.COLOR_RGB2GRAY);
      double scale = Math.min(1, (double) maxSidePixels / Math.max(width, height));
      Size size =
          new Size(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
      Imgproc.resize(grey, small, size, 0, 0, Imgproc.INTER_AREA);
      byte[] luma = new byte[small.rows() * small.cols()];
      small.get(0, 0, luma);
      return new GreyPlane(small.cols(), small.rows(), luma, width, height);
    } finally {
      rgb.release();
      grey.release();
      small.release();
    }
  }

  /** The same picture with no side over {@code maxSidePixels}. */
  public GreyPlane within(int maxSidePixels) {
    double scale = (double) maxSidePixels / Math.max(widthPixels, heightPixels);
    if (scale >= 1) {
      return this;
    }
    Mat from = mat();
    Mat small = new Mat();
    try {
      Size size =
          new Size(
              Math.max(1, Math.round(widthPixels * scale)),
              Math.max(1, Math.round(heightPixels * scale)));
      Imgproc.resize(from, small, size, 0, 0, Imgproc.INTER_AREA);
      byte[] out = new byte[small.rows() * small.cols()];
      small.get(0, 0, out);
      return new GreyPlane(small.cols(), small.rows(), out, fullWidthPixels, fullHeightPixels);
    } finally {
      from.release();
      small.release();
    }
  }

  /** Full pixels per sample, across. */
  public double fullPerColumn() {
    return (double) fullWidthPixels / widthPixels;
  }

  /** Full pixels per sample, down. */
  public double fullPerRow() {
    return (double) fullHeightPixels / heightPixels;
  }

  /** The plane as a JPEG file of this quality, in [1, 100]. */
  public byte[] jpeg(int quality) {
    OpenCvLibrary.load();
    Mat mat = mat();
    MatOfByte bytes = new MatOfByte();
    MatOfInt options = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    try {
      if (!Imgcodecs.imencode(".jpg", mat, bytes, options)) {
        throw new IllegalStateException("OpenCV did not encode " + this);
      }
      return bytes.toArray();
    } finally {
      mat.release();
      bytes.release();
      options.release();
    }
  }

  /**
   * Reads what {@link #jpeg} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static GreyPlane ofJpeg(byte[] jpeg, int fullWidthPixels, int fullHeightPixels) {
    OpenCvLibrary.load();
    MatOfByte bytes = new MatOfByte(jpeg);
    Mat mat = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
    try {
      if (mat.empty()) {
        throw new IllegalArgumentException("not a JPEG file of " + jpeg.length + " bytes");
      }
      byte[] luma = new byte[mat.rows() * mat.cols()];
      mat.get(0, 0, luma);
      return new GreyPlane(mat.cols(), mat.rows(), luma, fullWidthPixels, fullHeightPixels);
    } finally {
      mat.release();
      bytes.release();
    }
  }

  /** A copy for OpenCV; the caller releases it. */
  Mat mat() {
    OpenCvLibrary.load();
    Mat mat = new Mat(heightPixels, widthPixels, CvType.CV_8UC1);
    mat.put(0, 0, luma);
    return mat;
  }

  @Override
  public String toString() {
    return widthPixels + " x " + heightPixels + " samples";
  }
}
