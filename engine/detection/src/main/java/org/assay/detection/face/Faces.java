package org.assay.detection.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.detection.ModelFolder;
import org.assay.media.Raster;
import org.opencv.core.Mat;

/**
 * Finds the faces of a picture. Safe for concurrent use; one is enough for all detectors.
 *
 * <p>The full-range network looks at the whole picture and at overlapping tiles of it, the
 * short-range network at the whole picture. Both then see every place that may show a face again,
 * upright and large, in crops of its own, and only what they confirm is a face.
 */
public final class Faces {
  private static final double SAME_FACE_OVERLAP = 0.3;

  /** A box that lies this far inside of another shows a part of the same face. */
  private static final double PART_OF_FACE = 0.7;

  private static final int MAX_CROP_PIXELS = 2048;

  private final String model;
  private final Networks networks;
  private final Confirmation confirmation;

  /**
   * Reads the weights.
   *
   * @param threads how many threads can look at once, further ones wait; some 10 MB each
   * @throws IOException if the weights are missing, altered or cannot be read; the message says how
   *     to fetch them
   * @throws IllegalArgumentException if {@code threads} is not positive
   */
  public Faces(ModelFolder model, int threads) throws IOException {
    this.model = model.id();
    this.confirmation = Confirmation.of(model);
    this.networks = new Networks(model, threads);
  }

  /** Name and version of the model, such as {@code face/1}. */
  public String model() {
    return model;
  }

  /** Finds faces with {@link Effort#THOROUGH}. */
  public List<Face> find(Raster raster) throws InterruptedException {
    return find(raster, Effort.THOROUGH);
  }

  /**
   * Finds faces of 16 pixels and more that stand upright or lean, up to about 45 degrees.
   *
   * @return best first, then from top to bottom and from left to right; empty if there are none
   * @throws InterruptedException soon after an interrupt
   * @throws org.opencv.core.CvException if memory outside of the Java heap runs out
   */
  public List<Face> find(Raster raster, Effort effort) throws InterruptedException {
    return networks.lend(
        pair -> {
          try (Pyramid pyramid = new Pyramid(raster, Search.TILE_PIXELS)) {
            List<Face> faces = new ArrayList<>();
            for (Face candidate : new Search(pair, pyramid, effort).candidates()) {
              confirmation.confirm(candidate, pair, pyramid).ifPresent(faces::add);
            }
            return Suppression.best(faces, SAME_FACE_OVERLAP, PART_OF_FACE);
          }
        });
  }

  /**
   * Cuts faces out, each in the middle of a square with its eyes level; black where the square
   * reaches over the edge of the picture.
   *
   * @param margin side of the square divided by that of the face's box; 1 cuts at the box
   * @param sidePixels of the results, 1 to {@value #MAX_CROP_PIXELS}
   * @return one a face, in their order
   * @throws IllegalArgumentException if margin or side are out of range
   */
  public List<Raster> crops(Raster raster, List<Face> found, double margin, int sidePixels) {
    if (!(margin > 0 && margin <= 10) || sidePixels < 1 || sidePixels > MAX_CROP_PIXELS) {
      throw new IllegalArgumentException(
          "margin must be in (0, 10] and the side in [1, %d]: %s, %d"
              .formatted(MAX_CROP_PIXELS, margin, sidePixels));
    }
    List<Raster> crops = new ArrayList<>();
    try (Pyramid pyramid = new Pyramid(raster, Search.TILE_PIXELS)) {
      for (Face face : found) {
        Mat square = pyramid.crop(Crop.around(face, margin, sidePixels));
        byte[] rgb = new byte[3 * sidePixels * sidePixels];
        square.get(0, 0, rgb);
        square.release();
        crops.add(new Raster(sidePixels, sidePixels, rgb));
      }
    }
    return crops;
  }
}
