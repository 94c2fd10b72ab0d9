package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assay.detection.face.FaceCorpus.Labelled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Recall and false alarms on photographs; {@code -Dface.every=1} takes all of them, as the figures
 * in {@code docs/detectors/face.md} do, and takes some minutes.
 */
@Tag("corpus")
class FaceCorpusTest {
  private static final int EVERY = Integer.getInteger("face.every", 20);
  private static final double SAME_FACE_OVERLAP = 0.4;

  private static Faces faces;

  /** What was found of what is there, and what else. */
  private record Tally(int there, int found, int others, int pictures, double millis) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          there + other.there,
          found + other.found,
          others + other.others,
          pictures + other.pictures,
          millis + other.millis);
    }

    double recall() {
      return (double) found / there;
    }

    double precision() {
      return (double) found / (found + others);
    }
  }

  @BeforeAll
  static void load() throws Exception {
    faces = FaceModel.faces(1);
  }

  @Test
  void portraitsOfEverySourceAreFound() throws Exception {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Labelled picture : FaceCorpus.portraits(EVERY)) {
      tallies.merge(picture.source(), tally(picture), Tally::plus);
    }
    tallies.forEach((source, tally) -> print("portrait " + source, tally));
    assertThat(tallies.values())
        .allSatisfy(tally -> assertThat(tally.recall()).isGreaterThanOrEqualTo(0.95));
    // the listing has one box a picture, and some pictures show further people
    Tally all = tallies.values().stream().reduce(Tally.NONE, Tally::plus);
    assertThat(all.precision()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void mirroredAndLeaningPortraitsAreFound() throws Exception {
    List<Labelled> portraits = FaceCorpus.portraits(4 * EVERY);
    Tally mirrored = sum(portraits.stream().map(Composition::mirrored).toList());
    print("mirrored", mirrored);
    assertThat(mirrored.recall()).isGreaterThanOrEqualTo(0.95);
    for (int degrees : new int[] {-30, 30, -45, 45, 90, 180}) {
      Tally turned =
          sum(portraits.stream().map(picture -> Composition.turned(picture, degrees)).toList());
      print("turned by " + degrees, turned);
      if (degrees <= 90) {
        assertThat(turned.recall())
            .as("at %d degrees", degrees)
            .isGreaterThanOrEqualTo(degrees == 90 ? 0.8 : 0.9);
      }
    }
  }

  @Test
  void sixteenSmallFacesInAMosaicAreFound() throws Exception {
    List<Labelled> portraits = FaceCorpus.portraits(Math.max(2, EVERY / 2));
    for (double scale : new double[] {0.5, 0.25}) {
      List<Labelled> mosaics = new ArrayList<>();
      for (int i = 0; i + 16 <= portraits.size(); i += 16) {
        mosaics.add(Composition.mosaic(portraits.subList(i, i + 16), scale));
      }
      Tally tally = sum(mosaics);
      print("mosaic at " + scale, tally);
      assertThat(tally.recall()).isGreaterThanOrEqualTo(scale == 0.5 ? 0.9 : 0.8);
      assertThat(tally.precision()).isGreaterThanOrEqualTo(0.85);
    }
  }

  @Test
  void aPortraitSmallInALargePictureIsFound() throws Exception {
    Random random = new Random(11);
    for (double scale : new double[] {1, 0.75, 0.5}) {
      Tally tally = Tally.NONE;
      for (Labelled picture : FaceCorpus.portraits(4 * EVERY)) {
        tally = tally.plus(tally(Composition.placed(picture, 3000, 2000, scale, random)));
      }
      print("in 3000 x 2000 at " + scale, tally);
      assertThat(tally.recall()).isGreaterThanOrEqualTo(0.9);
      assertThat(tally.others()).isLessThanOrEqualTo(tally.pictures() / 10);
    }
  }

  @Test
  void picturesWithoutFacesGiveHardlyAny() throws Exception {
    List<Labelled> pictures =
        FaceCorpus.pictures(
            "reposts/manifest.csv", "role", List.of("original", "distractor"), sparse());
    Tally tally = sum(pictures);
    print("without faces", tally);
    assertThat(tally.others()).isLessThanOrEqualTo(pictures.size() / 20 + 1);
  }

  private static int sparse() {
    return Math.max(1, EVERY / 5);
  }

  private static Tally sum(List<Labelled> pictures) throws InterruptedException {
    Tally sum = Tally.NONE;
    for (Labelled picture : pictures) {
      sum = sum.plus(tally(picture));
    }
    return sum;
  }

  private static Tally tally(Labelled picture) throws InterruptedException {
    long started = System.nanoTime();
    List<Face> found = new ArrayList<>(faces.find(picture.raster()));
    double millis = (System.nanoTime() - started) / 1e6;
    int hits = 0;
    for (Face face : picture.faces()) {
      if (found.removeIf(other -> other.overlap(face) > SAME_FACE_OVERLAP)) {
        hits++;
      }
    }
    return new Tally(picture.faces().size(), hits, found.size(), 1, millis);
  }

  private static void print(String what, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "FIGURE %s: %d pictures, %d faces, %d found, %d others, %.0f ms a picture%n",
        what,
        tally.pictures(),
        tally.there(),
        tally.found(),
        tally.others(),
        tally.millis() / tally.pictures());
  }
}
