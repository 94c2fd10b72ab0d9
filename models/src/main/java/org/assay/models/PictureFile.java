package org.assay.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.media.Raster;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Reads a picture for training; needs {@code OpenCvLibrary.load()} to have been called. */
final class PictureFile {
  private static final long MAX_BYTES = 100L << 20;

  private PictureFile() {}

  /**
   * Decodes by content; orientation tags are left alone, since turning a picture keeps its noise.
   *
   * @throws IOException if the file is missing, too large or no picture
   */
  static Raster read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(
          "%s holds %d bytes, more than the limit of %d"
              .formatted(file, Files.size(file), MAX_BYTES));
    }
    MatOfByte bytes = new MatOfByte(Files.readAllBytes(file));
    Mat picture = decoded(file, bytes);
    try {
      return raster(picture);
    } finally {
      picture.release();
    }
  }

  /** Releases {@code bytes}. */
  private static Mat decoded(Path file, MatOfByte bytes) throws IOException {
    try {
      Mat picture =
          Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
      if (picture.empty()) {
        throw new IOException(file + " is no picture that OpenCV can decode");
      }
      return picture;
    } catch (CvException refusal) {
      throw new IOException(file + " is no picture that OpenCV can decode", refusal);
    } finally {
      bytes.release();
    }
  }

  /** Copies an 8-bit picture with three channels, blue first. */
  static Raster raster(Mat blueFirst) {
    byte[] samples = new byte[Math.toIntExact(3 * blueFirst.total())];
    blueFirst.get(0, 0, samples);
    swapRedAndBlue(samples);
    return new Raster(blueFirst.cols(), blueFirst.rows(), samples);
  }

  /** The inverse of {@link #raster}; the caller releases it. */
  static Mat mat(Raster raster) {
    byte[] samples = raster.rgb().clone();
    swapRedAndBlue(samples);
    Mat picture = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC3);
    picture.put(0, 0, samples);
    return picture;
  }

  private static void swapRedAndBlue(byte[] samples) {
    for (int i = 0; i < samples.length; i += 3) {
      byte kept = samples[i];
      samples[i] = samples[i + 2];
      samples[i + 2] = kept;
    }
  }
}
