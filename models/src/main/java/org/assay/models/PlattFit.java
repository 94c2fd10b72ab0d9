package org.assay.models;

import java.util.Optional;
import org.assay.detection.Calibration;

/**
 * Fits the logistic curve that turns raw scores into probabilities, by Newton's method.
 *
 * @see <a href="https://doi.org/10.1007/s10994-007-5018-6">Lin, Lin and Weng, 2007</a>
 */
final class PlattFit {
  private static final int STEPS = 100;
  private static final double RIDGE = 1e-3;

  private PlattFit() {}

  /**
   * Minimises the weighted log loss.
   *
   * @param scores raw, of pictures that the network was not trained on
   * @param weights of the pictures, summing to 1
   * @return empty if higher scores do not mean positive more often
   */
  static Optional<Calibration> fit(double[] scores, boolean[] positive, double[] weights) {
    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < STEPS; step++) {
      double gradientSlope = RIDGE * (slope - 1);
      double gradientIntercept = 0;
      double aa = RIDGE;
      double ab = 0;
      double bb = 1e-9;
      for (int i = 0; i < scores.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * scores[i] + intercept)));
        double miss = weights[i] * (p - (positive[i] ? 1 : 0));
        double curve = weights[i] * p * (1 - p);
        gradientSlope += miss * scores[i];
        gradientIntercept += miss;
        aa += curve * scores[i] * scores[i];
        ab += curve * scores[i];
        bb += curve;
      }
      double determinant = aa * bb - ab * ab;
      double stepSlope = (bb * gradientSlope - ab * gradientIntercept) / determinant;
      double stepIntercept = (aa * gradientIntercept - ab * gradientSlope) / determinant;
      double damping = Math.min(1, 2 / (Math.abs(stepSlope) + Math.abs(stepIntercept) + 1e-12));
      slope -= damping * stepSlope;
      intercept -= damping * stepIntercept;
    }
    return slope > 0 ? Optional.of(new Calibration(slope, intercept)) : Optional.empty();
  }

  /** Weighted mean log loss of calibrated scores. */
  static double logLoss(
      Calibration calibration, double[] scores, boolean[] positive, double[] weights) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = calibration.probability(scores[i]);
      loss -= weights[i] * Math.log(Math.max(1e-12, positive[i] ? p : 1 - p));
    }
    return loss;
  }
}
