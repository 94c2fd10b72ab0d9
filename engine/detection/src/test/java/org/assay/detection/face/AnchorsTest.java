package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.signal.Region.Point;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class AnchorsTest {
  private static final int SIDE = 128;
  private static final List<Anchors.Grid> SHORT_RANGE =
      List.of(new Anchors.Grid(16, 2), new Anchors.Grid(8, 6));

  private final Anchors anchors = new Anchors(SIDE, SHORT_RANGE);

  @Test
  void bothNetworksHaveAsManyAnchorsAsTheirOutputsHaveRows() {
    assertThat(anchors.count()).isEqualTo(896);
    assertThat(new Anchors(192, List.of(new Anchors.Grid(48, 1))).count()).isEqualTo(2304);
  }

  @RepeatedTest(20)
  void decodesAsTheSlowObviousVersionDoes(Random random) {
    float[] logits = new float[896];
    float[] values = new float[16 * 896];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) random.nextGaussian(-2, 3);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian(5, 20);
    }
    List<Face> expected = slow(logits, values, 0.5);
    List<Face> found = anchors.decode(logits, values, 0.5);

    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).left()).isCloseTo(expected.get(i).left(), within(1e-3));
      assertThat(found.get(i).top()).isCloseTo(expected.get(i).top(), within(1e-3));
      assertThat(found.get(i).width()).isCloseTo(expected.get(i).width(), within(1e-3));
      assertThat(found.get(i).height()).isCloseTo(expected.get(i).height(), within(1e-3));
      assertThat(found.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-6));
      for (Landmark landmark : Landmark.values()) {
        Point point = found.get(i).point(landmark);
        Point other = expected.get(i).point(landmark);
        assertThat(Math.hypot(point.x() - other.x(), point.y() - other.y())).isLessThan(1e-3);
      }
    }
  }

  @Test
  void outputsThatAreNoNumbersGiveNoFace() {
    float[] values = new float[16 * 896];
    values[2] = 30;
    values[3] = 30;
    float[] logits = new float[896];
    java.util.Arrays.fill(logits, 5);
    assertThat(anchors.decode(logits, values, 0.5)).hasSize(1);
    values[9] = Float.NaN;
    assertThat(anchors.decode(logits, values, 0.5)).isEmpty();
    values[9] = 0;
    logits[0] = Float.NaN;
    assertThat(anchors.decode(logits, values, 0.5)).isEmpty();
  }

  @Test
  void outputsOfAnotherNetworkAreRefused() {
    assertThatThrownBy(() -> anchors.decode(new float[2304], new float[16 * 2304], 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("896")
        .hasMessageContaining("2304");
  }

  /** Cell by cell, as the description of the network has it: in shares of the side. */
  private static List<Face> slow(float[] logits, float[] values, double minimumScore) {
    List<Face> faces = new ArrayList<>();
    int index = 0;
    for (Anchors.Grid grid : SHORT_RANGE) {
      for (int row = 0; row < grid.cells(); row++) {
        for (int column = 0; column < grid.cells(); column++) {
          for (int i = 0; i < grid.anchorsPerCell(); i++, index++) {
            double x = (column + 0.5) / grid.cells();
            double y = (row + 0.5) / grid.cells();
            int at = 16 * index;
            double width = values[at + 2] / 128.0;
            double height = values[at + 3] / 128.0;
            double score = 1 / (1 + Math.exp(-logits[index]));
            if (score < minimumScore || width <= 0 || height <= 0) {
              continue;
            }
            double left = values[at] / 128.0 + x - width / 2;
            double top = values[at + 1] / 128.0 + y - height / 2;
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
              points.add(
                  new Point(
                      128 * (values[at + 4 + 2 * k] / 128.0 + x),
                      128 * (values[at + 5 + 2 * k] / 128.0 + y)));
            }
            faces.add(new Face(128 * left, 128 * top, 128 * width, 128 * height, score, points));
          }
        }
      }
    }
    return faces;
  }
}
