package org.assay.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assay.media.Raster;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Seeded pictures in two classes: blurred noise with fresh grain, and the same up-sampled. */
final class TestPictures {
  private TestPictures() {}

  /** A square of noise; {@code cell} pixels share one sample before a blur. */
  static Raster noise(int side, int cell, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * side * side];
    byte[] row = new byte[3 * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side && y % cell == 0; x++) {
        for (int c = 0; c < 3; c++) {
          row[3 * x + c] =
              x % cell == 0
                  ? (byte) (128 + Math.max(-100, Math.min(100, 30 * random.nextGaussian())))
                  : row[3 * (x - 1) + c];
        }
      }
      System.arraycopy(row, 0, rgb, 3 * y * side, row.length);
    }
    return new Raster(side, side, rgb);
  }

  /** Writes a listing with two groups a class and their pictures; needs OpenCV's library. */
  static Path listing(Path folder, int picturesPerGroup) throws IOException {
    StringBuilder listing = new StringBuilder("path,label,source,licence\n");
    for (int group = 0; group < 4; group++) {
      boolean positive = group >= 2;
      for (int i = 0; i < picturesPerGroup; i++) {
        String name = "%d-%d.png".formatted(group, i);
        Raster raster = noise(128 + 8 * (i % 2), positive ? 2 : 1, 100L * group + i);
        Mat picture = PictureFile.mat(raster);
        Imgproc.GaussianBlur(picture, picture, new Size(3, 3), 0.6 + 0.2 * (group % 2));
        Imgcodecs.imwrite(folder.resolve(name).toString(), picture);
        picture.release();
        listing.append(
            "%s,%s,group %d,made for the test\n".formatted(name, positive ? "ai" : "real", group));
      }
    }
    return Files.writeString(folder.resolve("listing.csv"), listing);
  }
}
