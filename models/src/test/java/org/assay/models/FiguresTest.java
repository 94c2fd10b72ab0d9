package org.assay.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.detection.Calibration;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void aucCountsPairsAndHalvesTies() {
    Random random = new Random(4);
    double[] positive = random.ints(80, 0, 12).asDoubleStream().toArray();
    double[] real = random.ints(50, 0, 10).asDoubleStream().toArray();
    double wins = 0;
    for (double p : positive) {
      for (double r : real) {
        wins += p > r ? 1 : p == r ? 0.5 : 0;
      }
    }
    assertThat(Figures.auc(positive, real)).isCloseTo(wins / (80 * 50), within(1e-12));
  }

  @Test
  void figuresAreSplitByGroup() {
    Figures figures =
        Figures.of(
            List.of(
                scored(true, "g", 0.95),
                scored(true, "h", 0.2),
                scored(false, "camera", 0.6),
                scored(false, "camera", 0.1),
                Scored.abstained(item(false, "paint"))));
    assertThat(figures.abstained()).isEqualTo(1);
    assertThat(figures.aucOfGroup().get("g").auc()).isEqualTo(1);
    assertThat(figures.aucOfGroup().get("h").auc()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(figures.alarms().get("camera").rates()).containsExactly(0.5, 0.0, 0.0);
    assertThat(figures.alarms().get("paint").rates()).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void plattFindsTheCurveThatMadeTheLabels() {
    Random random = new Random(8);
    Calibration truth = new Calibration(1.7, -0.4);
    int count = 40_000;
    double[] scores = random.doubles(count, -3, 3).toArray();
    boolean[] positive = new boolean[count];
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    for (int i = 0; i < count; i++) {
      positive[i] = random.nextDouble() < truth.probability(scores[i]);
    }
    Calibration fitted = PlattFit.fit(scores, positive, weights).orElseThrow();
    assertThat(fitted.slope()).isCloseTo(1.7, within(0.06));
    assertThat(fitted.intercept()).isCloseTo(-0.4, within(0.06));
    assertThat(PlattFit.logLoss(fitted, scores, positive, weights))
        .isLessThanOrEqualTo(PlattFit.logLoss(truth, scores, positive, weights) + 1e-4);
  }

  @Test
  void scoresThatFallWhereTheyShouldRiseHaveNoCurve() {
    double[] weights = {0.25, 0.25, 0.25, 0.25};
    boolean[] positive = {true, true, false, false};
    assertThat(PlattFit.fit(new double[] {-2, 1, -1, 2}, positive, weights)).isEmpty();
  }

  private static Scored scored(boolean positive, String group, double probability) {
    return new Scored(item(positive, group), probability, false);
  }

  private static Listing.Item item(boolean positive, String group) {
    return new Listing.Item(Path.of("x"), positive, group, "");
  }
}
