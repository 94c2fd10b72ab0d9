package org.assay.detection;

/**
 * Turns a network's raw score into a probability: a logistic curve fitted on scores of items that
 * the network was not trained on.
 *
 * @param slope positive, so that the order of scores is kept
 * @see <a href="https://doi.org/10.7551/mitpress/1113.003.0008">Platt, 1999</a>
 */
public record Calibration(double slope, double intercept) {

  /** Rejects a curve that turns the order of scores around or is not finite. */
  public Calibration {
    if (!(slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
      throw new IllegalArgumentException(
          "calibration needs a positive slope and finite numbers: " + slope + ", " + intercept);
    }
  }

  /**
   * The probability that belongs to a raw score.
   *
   * @param score finite
   * @return in [0, 1], grows with the score
   */
  public double probability(double score) {
    return 1 / (1 + Math.exp(-(slope * score + intercept)));
  }
}
