package org.assay.models;

/**
 * What a training can vary.
 *
 * @param epochs at most; grouped validation picks how many of them are used
 * @param drawsPerEpoch tiles shown to a network in one epoch
 * @param members networks whose mean score is the answer
 */
record Settings(
    long seed,
    int epochs,
    int drawsPerEpoch,
    int members,
    int firstUnits,
    int secondUnits,
    double learningRate,
    double weightDecay) {

  Settings {
    if (epochs < 1 || drawsPerEpoch < 1 || members < 1) {
      throw new IllegalArgumentException("epochs, draws and members must be at least 1");
    }
  }
}
