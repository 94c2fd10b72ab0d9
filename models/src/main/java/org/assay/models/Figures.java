package org.assay.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of scored pictures says about a detector.
 *
 * @param auc chance that a positive picture outscores a real one, ties count half
 * @param calibrationError expected, over ten bins, both classes weighing the same
 * @param aucOfGroup each positive group against all reals
 * @param alarms each real group: share of pictures at or above each of {@link #THRESHOLDS}
 */
record Figures(
    int positives,
    int reals,
    int abstained,
    double auc,
    double calibrationError,
    SortedMap<String, GroupAuc> aucOfGroup,
    SortedMap<String, Alarms> alarms) {
  /** Probabilities at which false alarms are counted. */
  static final List<Double> THRESHOLDS = List.of(0.5, 0.7, 0.9);

  private static final int BINS = 10;

  /** One positive group against all reals. */
  record GroupAuc(int pictures, double auc) {}

  /** False alarms of one real group, in the order of {@link #THRESHOLDS}. */
  record Alarms(int pictures, List<Double> rates) {}

  /** Measures; an AUC is NaN where a class is missing. */
  static Figures of(List<Scored> scored) {
    double[] positive = probabilities(scored, true);
    double[] real = probabilities(scored, false);
    SortedMap<String, GroupAuc> aucOfGroup = new TreeMap<>();
    SortedMap<String, Alarms> alarms = new TreeMap<>();
    for (String group : scored.stream().map(s -> s.item().group()).distinct().toList()) {
      List<Scored> members = scored.stream().filter(s -> s.item().group().equals(group)).toList();
      double[] positives = probabilities(members, true);
      double[] reals = probabilities(members, false);
      if (positives.length > 0) {
        aucOfGroup.put(group, new GroupAuc(positives.length, auc(positives, real)));
      }
      if (reals.length > 0) {
        alarms.put(group, alarms(reals));
      }
    }
    int abstained = (int) scored.stream().filter(Scored::abstained).count();
    return new Figures(
        positive.length,
        real.length,
        abstained,
        auc(positive, real),
        calibrationError(scored),
        aucOfGroup,
        alarms);
  }

  /** Area under the ROC curve by ranks. */
  static double auc(double[] positive, double[] real) {
    double[] sorted = real.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double score : positive) {
      int below = lowerBound(sorted, score);
      int upTo = lowerBound(sorted, Math.nextUp(score));
      wins += below + (upTo - below) / 2.0;
    }
    return wins / ((double) positive.length * real.length);
  }

  private static int lowerBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Alarms alarms(double[] probabilities) {
    List<Double> rates = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      long count = Arrays.stream(probabilities).filter(p -> p >= threshold).count();
      rates.add((double) count / probabilities.length);
    }
    return new Alarms(probabilities.length, List.copyOf(rates));
  }

  private static double calibrationError(List<Scored> scored) {
    List<Scored> answered = scored.stream().filter(s -> !s.abstained()).toList();
    double[] weights = Balance.weights(answered.stream().map(Scored::item).toList());
    double[] confidence = new double[BINS];
    double[] outcome = new double[BINS];
    for (int i = 0; i < weights.length; i++) {
      double probability = answered.get(i).probability();
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      confidence[bin] += weights[i] * probability;
      outcome[bin] += answered.get(i).item().positive() ? weights[i] : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - outcome[bin]);
    }
    return error;
  }

  private static double[] probabilities(List<Scored> scored, boolean positive) {
    return scored.stream()
        .filter(s -> s.item().positive() == positive)
        .mapToDouble(Scored::probability)
        .toArray();
  }
}
