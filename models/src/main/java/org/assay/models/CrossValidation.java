package org.assay.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.detection.Calibration;

/**
 * Grouped cross-validation: each picture is scored by a network that has seen nothing of its
 * source. It picks how long to train and gives the scores that calibration is fitted on.
 *
 * @param epochs after which the log loss of all left-out pictures is least
 * @param calibration fitted on the left-out scores at that epoch
 * @param scored all pictures with their left-out probabilities
 */
record CrossValidation(int folds, int epochs, Calibration calibration, List<Scored> scored) {
  CrossValidation {
    scored = List.copyOf(scored);
  }

  /** Trains a network a fold. */
  static CrossValidation run(List<Picture> pictures, Settings settings, int most) {
    List<Listing.Item> items = pictures.stream().map(Picture::item).toList();
    Folds folds = Folds.of(items, most);
    double[][] scores = new double[settings.epochs()][pictures.size()];
    ProgressBar bar = new ProgressBar("validating", folds.count() * settings.epochs());
    for (int fold = 0; fold < folds.count(); fold++) {
      runFold(fold, folds, pictures, settings, scores, bar);
    }
    int[] usable =
        IntStream.range(0, pictures.size())
            .filter(i -> !pictures.get(i).original().isEmpty())
            .toArray();
    return best(pictures, folds.count(), scores, usable);
  }

  private static void runFold(
      int fold,
      Folds folds,
      List<Picture> pictures,
      Settings settings,
      double[][] scores,
      ProgressBar bar) {
    List<Picture> training =
        pictures.stream().filter(picture -> folds.of(picture.item()) != fold).toList();
    Standardisation standardisation = Training.standardisation(training);
    TileSampler sampler = new TileSampler(TileSampler.standardised(training, standardisation));
    DenseNetwork network =
        new DenseNetwork(standardisation.mean().length, settings, settings.seed() + fold);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      network.train(sampler, settings.drawsPerEpoch());
      for (int i = 0; i < pictures.size(); i++) {
        Picture picture = pictures.get(i);
        if (folds.of(picture.item()) == fold && !picture.original().isEmpty()) {
          List<float[]> tiles = picture.original().stream().map(standardisation::apply).toList();
          scores[epoch][i] = Arrays.stream(network.scores(tiles)).average().orElseThrow();
        }
      }
      bar.step();
    }
  }

  private static CrossValidation best(
      List<Picture> pictures, int folds, double[][] scores, int[] usable) {
    List<Listing.Item> items = Arrays.stream(usable).mapToObj(i -> pictures.get(i).item()).toList();
    double[] weights = Balance.weights(items);
    boolean[] positive = new boolean[usable.length];
    for (int i = 0; i < usable.length; i++) {
      positive[i] = items.get(i).positive();
    }
    double least = Double.POSITIVE_INFINITY;
    int epochs = 0;
    Calibration calibration = null;
    for (int epoch = 0; epoch < scores.length; epoch++) {
      double[] raw = scores[epoch];
      double[] kept = Arrays.stream(usable).mapToDouble(i -> raw[i]).toArray();
      Optional<Calibration> fitted = PlattFit.fit(kept, positive, weights);
      if (fitted.isPresent()) {
        double loss = PlattFit.logLoss(fitted.get(), kept, positive, weights);
        if (loss < least) {
          least = loss;
          epochs = epoch + 1;
          calibration = fitted.get();
        }
      }
    }
    if (calibration == null) {
      throw new IllegalArgumentException(
          "what was learned does not carry over to groups left out: more groups are needed");
    }
    return new CrossValidation(
        folds, epochs, calibration, scored(pictures, scores[epochs - 1], calibration));
  }

  private static List<Scored> scored(
      List<Picture> pictures, double[] scores, Calibration calibration) {
    return IntStream.range(0, pictures.size())
        .mapToObj(
            i ->
                pictures.get(i).original().isEmpty()
                    ? Scored.abstained(pictures.get(i).item())
                    : new Scored(pictures.get(i).item(), calibration.probability(scores[i]), false))
        .toList();
  }
}
