package org.assay.decoding;

import java.util.Optional;
import org.assay.media.Alpha;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Decodes a still with OpenCV into samples as stored: no profile, no blending, no orientation. */
final class OpenCvReader {
  private OpenCvReader() {}

  /**
   * Decodes {@code bytes} followed by {@code tail}.
   *
   * @param tail what a cut-off file lacks at its end, so that its decoder has a defined input
   * @throws MediaException if OpenCV makes no picture of it, or one other than the header says
   */
  static Samples read(Bytes bytes, byte[] tail, StillHeader header) throws MediaException {
    OpenCv.load();
    Mat picture = decode(bytes, tail);
    try {
      if (picture.empty()) {
        throw new MediaException(
            "%s of %d bytes: expected %d x %d pixels, OpenCV found none"
                .formatted(
                    bytes.what(), bytes.length(), header.widthPixels(), header.heightPixels()));
      }
      if (picture.cols() != header.widthPixels() || picture.rows() != header.heightPixels()) {
        throw new MediaException(
            "%s: header says %d x %d pixels, OpenCV found %d x %d"
                .formatted(
                    bytes.what(),
                    header.widthPixels(),
                    header.heightPixels(),
                    picture.cols(),
                    picture.rows()));
      }
      return samples(bytes.what(), picture);
    } catch (CvException broken) {
      throw new MediaException(bytes.what() + ": OpenCV failed: " + broken.getMessage(), broken);
    } finally {
      picture.release();
    }
  }

  private static Mat decode(Bytes bytes, byte[] tail) throws MediaException {
    Mat input = new Mat(1, bytes.length() + tail.length, CvType.CV_8UC1);
    try {
      input.put(0, 0, bytes.array());
      if (tail.length > 0) {
        input.put(0, bytes.length(), tail);
      }
      // Unchanged: all channels and bits as stored, and no EXIF orientation.
      return Imgcodecs.imdecode(input, Imgcodecs.IMREAD_UNCHANGED);
    } catch (CvException broken) {
      throw new MediaException(bytes.what() + ": OpenCV failed: " + broken.getMessage(), broken);
    } finally {
      input.release();
    }
  }

  private static Samples samples(String what, Mat picture) throws MediaException {
    if (picture.depth() == CvType.CV_16U) {
      keepHighByte(picture);
    } else if (picture.depth() != CvType.CV_8U) {
      throw new MediaException(
          "%s: expected samples of 8 or 16 bits, found OpenCV type %s"
              .formatted(what, CvType.typeToString(picture.type())));
    }
    int pixels = picture.cols() * picture.rows();
    Optional<Alpha> opacity = Optional.empty();
    if (picture.channels() == 4) {
      opacity = Optional.of(alpha(picture));
    }
    int conversion =
        switch (picture.channels()) {
          case 1 -> Imgproc.COLOR_GRAY2RGB;
          case 3 -> Imgproc.COLOR_BGR2RGB;
          case 4 -> Imgproc.COLOR_BGRA2RGB;
          default ->
              throw new MediaException(
                  "%s: expected 1, 3 or 4 channels, found %d".formatted(what, picture.channels()));
        };
    Imgproc.cvtColor(picture, picture, conversion);
    byte[] rgb = new byte[3 * pixels];
    picture.get(0, 0, rgb);
    return new Samples(new Raster(picture.cols(), picture.rows(), rgb), opacity);
  }

  /** Exactly {@code sample >> 8}: rounding after the shift by half a step is a floor. */
  private static void keepHighByte(Mat picture) {
    picture.convertTo(picture, CvType.CV_8U, 1.0 / 256, -127.5 / 256);
  }

  private static Alpha alpha(Mat picture) {
    Mat plane = new Mat();
    try {
      Core.extractChannel(picture, plane, 3);
      byte[] opacity = new byte[picture.cols() * picture.rows()];
      plane.get(0, 0, opacity);
      return new Alpha(picture.cols(), picture.rows(), opacity);
    } finally {
      plane.release();
    }
  }
}
