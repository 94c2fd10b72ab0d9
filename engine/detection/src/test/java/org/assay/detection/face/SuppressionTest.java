package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class SuppressionTest {

  @RepeatedTest(20)
  void whatIsKeptNeitherOverlapsNorContainsOneAnother(Random random) {
    List<Face> kept = Suppression.best(SampleFaces.crowd(random, 40), 0.3, 0.7);
    for (Face one : kept) {
      for (Face other : kept) {
        if (!one.equals(other)) {
          assertThat(one.overlap(other)).isLessThan(0.3);
          assertThat(one.containment(other)).isLessThan(0.7);
        }
      }
    }
  }

  @RepeatedTest(20)
  void whatIsDroppedLiesUnderABetterOne(Random random) {
    List<Face> faces = SampleFaces.crowd(random, 40);
    List<Face> kept = Suppression.best(faces, 0.3, 0.7);
    assertThat(faces).containsAll(kept);
    assertThat(faces)
        .allSatisfy(
            face ->
                assertThat(kept)
                    .anyMatch(
                        k ->
                            k.equals(face)
                                || (k.score() >= face.score()
                                    && (k.overlap(face) >= 0.3 || k.containment(face) >= 0.7))));
  }

  @RepeatedTest(20)
  void orderOfTheInputDoesNotMatter(Random random) {
    List<Face> faces = SampleFaces.crowd(random, 40);
    List<Face> shuffled = new ArrayList<>(faces);
    Collections.shuffle(shuffled, random);
    assertThat(Suppression.best(shuffled, 0.3, 0.7)).isEqualTo(Suppression.best(faces, 0.3, 0.7));
    assertThat(Suppression.blend(shuffled, 0.3)).isEqualTo(Suppression.blend(faces, 0.3));
  }

  @RepeatedTest(20)
  void blendingKeepsTheScoresAndStaysWithinTheBoxes(Random random) {
    List<Face> faces = SampleFaces.crowd(random, 40);
    List<Face> blended = Suppression.blend(faces, 0.3);
    assertThat(blended).isSortedAccordingTo(Suppression.ORDER);
    assertThat(faces).extracting(Face::score).containsAll(scores(blended));
    double left = faces.stream().mapToDouble(Face::left).min().orElseThrow();
    double right = faces.stream().mapToDouble(f -> f.left() + f.width()).max().orElseThrow();
    assertThat(blended)
        .allSatisfy(
            face -> {
              assertThat(face.left()).isGreaterThan(left - 1e-9);
              assertThat(face.left() + face.width()).isLessThan(right + 1e-9);
            });
  }

  @Test
  void twoBoxesOfOneFaceBecomeTheirWeightedMean() {
    List<Face> blended =
        Suppression.blend(
            List.of(SampleFaces.face(10, 20, 40, 0.3), SampleFaces.face(14, 20, 40, 0.9)), 0.3);
    assertThat(blended).hasSize(1);
    assertThat(blended.get(0).score()).isEqualTo(0.9);
    assertThat(blended.get(0).left()).isCloseTo(13, within(1e-9));
    assertThat(blended.get(0).point(Landmark.NOSE).x()).isCloseTo(13, within(1e-9));
  }

  @Test
  void neighboursStayApart() {
    List<Face> two = List.of(SampleFaces.face(0, 0, 40, 0.8), SampleFaces.face(41, 0, 40, 0.7));
    assertThat(Suppression.blend(two, 0.3)).isEqualTo(two);
    assertThat(Suppression.best(two, 0.3, 0.7)).isEqualTo(two);
  }

  private static List<Double> scores(List<Face> faces) {
    return faces.stream().map(Face::score).toList();
  }
}
