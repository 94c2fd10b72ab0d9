package org.assay.detection.statistics;

import org.assay.detection.opencv.OpenCvLibrary;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * A tile after JPEG compression at one quality, 4:2:0: pictures of different history become more
 * alike, and what still tells them apart survives on platforms that recompress.
 */
final class JpegView {
  private static final int QUALITY = 75;

  JpegView() {
    OpenCvLibrary.load();
  }

  /** Compresses and decodes in memory; the result depends on the tile's pixels alone. */
  Tile of(Tile tile) {
    Mat pixels = new Mat(Tile.SIDE, Tile.SIDE, CvType.CV_8UC3);
    MatOfByte jpeg = new MatOfByte();
    MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, QUALITY);
    try {
      pixels.put(0, 0, tile.bytes(true));
      if (!Imgcodecs.imencode(".jpg", pixels, jpeg, quality)) {
        throw new IllegalStateException("OpenCV refused to encode a tile as JPEG");
      }
      return decoded(jpeg);
    } finally {
      pixels.release();
      jpeg.release();
      quality.release();
    }
  }

  private static Tile decoded(MatOfByte jpeg) {
    Mat pixels = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
    try {
      byte[] blueGreenRed = new byte[3 * Tile.SIDE * Tile.SIDE];
      pixels.get(0, 0, blueGreenRed);
      return Tile.ofBytes(blueGreenRed, true);
    } finally {
      pixels.release();
    }
  }
}
