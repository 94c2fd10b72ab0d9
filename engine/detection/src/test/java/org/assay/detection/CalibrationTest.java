package org.assay.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void probabilitiesGrowWithTheScoreAndStayInRange() {
    Calibration calibration = new Calibration(0.7, -1);
    double last = -1;
    for (double score : new double[] {-1e300, -50, -1, 0, 1.43, 50, 1e300}) {
      double probability = calibration.probability(score);
      assertThat(probability).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(last);
      last = probability;
    }
    assertThat(calibration.probability(1 / 0.7)).isEqualTo(0.5);
  }

  @Test
  void curveThatTurnsTheOrderAroundIsRefused() {
    for (double slope : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Calibration(slope, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Calibration(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
