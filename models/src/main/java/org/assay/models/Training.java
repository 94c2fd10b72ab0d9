package org.assay.models;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained model before it is written: networks and what goes before and after them.
 *
 * @param members their mean raw score is the model's score
 */
record Training(
    Standardisation standardisation, List<DenseNetwork> members, CrossValidation validation) {
  Training {
    members = List.copyOf(members);
  }

  /**
   * Validates by group, then trains on everything for as long as validation found best.
   *
   * @throws IllegalArgumentException if a class has fewer than two groups
   */
  static Training run(List<Picture> pictures, Settings settings, int folds) {
    CrossValidation validation = CrossValidation.run(pictures, settings, folds);
    Standardisation standardisation = standardisation(pictures);
    TileSampler sampler = new TileSampler(TileSampler.standardised(pictures, standardisation));
    ProgressBar bar = new ProgressBar("training", settings.members() * validation.epochs());
    List<DenseNetwork> members = new ArrayList<>();
    for (int i = 0; i < settings.members(); i++) {
      DenseNetwork member =
          new DenseNetwork(
              standardisation.mean().length, settings, settings.seed() + 1000 * (i + 1L));
      for (int epoch = 0; epoch < validation.epochs(); epoch++) {
        member.train(sampler, settings.drawsPerEpoch());
        bar.step();
      }
      members.add(member);
    }
    return new Training(standardisation, members, validation);
  }

  /** Over all tiles of the pictures, altered ones too. */
  static Standardisation standardisation(List<Picture> pictures) {
    List<float[]> tiles = new ArrayList<>();
    pictures.forEach(picture -> tiles.addAll(picture.original()));
    pictures.forEach(picture -> tiles.addAll(picture.altered()));
    if (tiles.isEmpty()) {
      throw new IllegalArgumentException("no picture is large and varied enough to be measured");
    }
    return Standardisation.of(tiles);
  }

  /** Mean raw scores of the members by Deeplearning4j, the oracle of the exported graph. */
  double[] scores(List<float[]> tiles) {
    List<float[]> standardised = tiles.stream().map(standardisation::apply).toList();
    double[] sum = new double[tiles.size()];
    for (DenseNetwork member : members) {
      double[] scores = member.scores(standardised);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scores[i] / members.size();
      }
    }
    return sum;
  }
}
