package org.assay.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws training tiles: first a picture by its {@link Balance}, then one of its tiles, as it is or
 * altered. Safe for concurrent use.
 */
final class TileSampler {
  /** Share of draws that show the picture as it is. */
  private static final double ORIGINALS = 0.4;

  private final List<Picture> pictures;
  private final double[] cumulative;

  /** Takes pictures whose tiles are standardised; those without tiles are never drawn. */
  TileSampler(List<Picture> all) {
    pictures = all.stream().filter(picture -> !picture.original().isEmpty()).toList();
    cumulative = Balance.weights(pictures.stream().map(Picture::item).toList());
    Arrays.parallelPrefix(cumulative, Double::sum);
  }

  /** Fills a batch: rows of {@code tiles}, and 1 or 0 in the only column of {@code labels}. */
  void draw(SplittableRandom random, float[][] tiles, float[][] labels) {
    for (int i = 0; i < tiles.length; i++) {
      Picture picture = picture(random.nextDouble());
      boolean original = picture.altered().isEmpty() || random.nextDouble() < ORIGINALS;
      List<float[]> choice = original ? picture.original() : picture.altered();
      tiles[i] = choice.get(random.nextInt(choice.size()));
      labels[i] = new float[] {picture.item().positive() ? 1 : 0};
    }
  }

  private Picture picture(double share) {
    int found = Arrays.binarySearch(cumulative, share);
    return pictures.get(Math.min(pictures.size() - 1, found < 0 ? -found - 1 : found));
  }

  /** Copies of the pictures with standardised tiles. */
  static List<Picture> standardised(List<Picture> pictures, Standardisation standardisation) {
    List<Picture> standardised = new ArrayList<>();
    for (Picture picture : pictures) {
      standardised.add(
          new Picture(
              picture.item(),
              picture.original().stream().map(standardisation::apply).toList(),
              picture.altered().stream().map(standardisation::apply).toList()));
    }
    return standardised;
  }
}
