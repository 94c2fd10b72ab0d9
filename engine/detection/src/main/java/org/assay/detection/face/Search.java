package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** Collects the places of one picture that may show a face, in pixels of the picture. */
final class Search {
  /** Side of a tile, and so the longer side of the smallest level of the pyramid. */
  static final int TILE_PIXELS = BlazeFace.Range.FULL.sidePixels();

  /** A face up to this size lies whole in a tile; larger ones lie whole in one a level above. */
  static final int TILE_OVERLAP_PIXELS = 48;

  /** Faces smaller than this in the picture show too little to be judged. */
  static final double SMALLEST_FACE_PIXELS = 16;

  /** The smallest face that the full-range network finds well in its input. */
  private static final double SMALLEST_FACE_IN_TILE_PIXELS = 14;

  /** Where faces of this size have been found, more tiles would cost more than they bring. */
  private static final double SMALL_ENOUGH_PIXELS = 24;

  /** Low, since every place is looked at again. */
  private static final double CANDIDATE_SCORE = 0.3;

  private static final double SAME_PLACE_OVERLAP = 0.4;

  private final Networks.Pair networks;
  private final Pyramid pyramid;
  private final Effort effort;

  Search(Networks.Pair networks, Pyramid pyramid, Effort effort) {
    this.networks = networks;
    this.pyramid = pyramid;
    this.effort = effort;
  }

  /** Gives one box a place, best first, {@link Effort#maxCandidates} at most. */
  List<Face> candidates() throws InterruptedException {
    List<Face> found = new ArrayList<>(whole());
    for (int level : levels(pyramid, effort.maxTiles())) {
      found.addAll(tiles(level));
    }
    List<Face> large = found.stream().filter(f -> f.width() >= SMALLEST_FACE_PIXELS).toList();
    return Suppression.blend(large, SAME_PLACE_OVERLAP).stream()
        .limit(effort.maxCandidates())
        .toList();
  }

  /**
   * The levels to lay tiles over: from the smallest on, as long as the tiles are no more than
   * allowed and the level before left faces too small for the network.
   */
  static List<Integer> levels(Pyramid pyramid, int maxTiles) {
    List<Integer> levels = new ArrayList<>(List.of(0));
    long tiles = 1;
    for (int level = 1; level < pyramid.depth(); level++) {
      tiles +=
          Tiles.count(
              pyramid.widthPixels(level),
              pyramid.heightPixels(level),
              TILE_PIXELS,
              TILE_OVERLAP_PIXELS);
      double seenBefore = SMALLEST_FACE_IN_TILE_PIXELS * pyramid.scale(level - 1);
      if (tiles > maxTiles || seenBefore <= SMALL_ENOUGH_PIXELS) {
        break;
      }
      levels.add(level);
    }
    return levels;
  }

  /** Faces that fill much of the picture are the short-range network's. */
  private List<Face> whole() throws InterruptedException {
    int side = BlazeFace.Range.SHORT.sidePixels();
    double sideInPicture = pyramid.scale(0) * TILE_PIXELS;
    Crop crop = new Crop(sideInPicture / 2, sideInPicture / 2, sideInPicture, 0, side);
    return look(networks.shortRange(), pyramid.crop(crop), CANDIDATE_SCORE).stream()
        .map(crop::toPicture)
        .toList();
  }

  private List<Face> tiles(int level) throws InterruptedException {
    int width = pyramid.widthPixels(level);
    int height = pyramid.heightPixels(level);
    double scale = pyramid.scale(level);
    List<Face> found = new ArrayList<>();
    for (Tiles.Corner at : Tiles.cover(width, height, TILE_PIXELS, TILE_OVERLAP_PIXELS)) {
      double half = TILE_PIXELS / 2.0;
      Crop place =
          new Crop(
              (at.x() + half) * scale,
              (at.y() + half) * scale,
              TILE_PIXELS * scale,
              0,
              TILE_PIXELS);
      Mat tile = pyramid.tile(level, at, TILE_PIXELS);
      for (Face face : look(networks.fullRange(), tile, CANDIDATE_SCORE)) {
        if (!at.cuts(face, width, height, TILE_PIXELS)) {
          found.add(place.toPicture(face));
        }
      }
    }
    return found;
  }

  /** Runs a network on a square and releases the square. */
  static List<Face> look(BlazeFace network, Mat square, double minimumScore)
      throws InterruptedException {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while looking for faces");
      }
      return network.detect(square, minimumScore);
    } finally {
      square.release();
    }
  }
}
