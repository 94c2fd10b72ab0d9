package org.assay.evaluation;

/**
 * One figure beside the figure it is to be compared with, both of one run.
 *
 * @param unit of both figures
 * @param baselineIs what the baseline is, in words
 */
record Measurement(String name, double value, String unit, double baseline, String baselineIs) {

  /** Value divided by baseline. */
  double ratio() {
    return value / baseline;
  }
}
