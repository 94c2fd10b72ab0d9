package org.assay.models;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A small fully connected network with two hidden layers and one raw score, built and trained by
 * Deeplearning4j. Dense layers need none of its convolution helpers, so these stay off.
 */
final class DenseNetwork {
  private static final int BATCH = 128;

  private final MultiLayerNetwork network;
  private final SplittableRandom random;

  /** Fresh weights that depend on the seed alone. */
  DenseNetwork(int inputs, Settings settings, long seed) {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(settings.learningRate()))
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .weightDecay(settings.weightDecay())
            .list()
            .layer(dense(inputs, settings.firstUnits(), 0.8))
            .layer(dense(settings.firstUnits(), settings.secondUnits(), 0.5))
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                    .nIn(settings.secondUnits())
                    .nOut(1)
                    .activation(Activation.SIGMOID)
                    .dropOut(0.7)
                    .build())
            .build();
    network = new MultiLayerNetwork(configuration);
    network.init();
    random = new SplittableRandom(seed);
  }

  private static DenseLayer dense(int in, int out, double kept) {
    return new DenseLayer.Builder().nIn(in).nOut(out).dropOut(kept).build();
  }

  /** Trains on {@code draws} tiles drawn at random from {@code sampler}. */
  void train(TileSampler sampler, int draws) {
    for (int done = 0; done < draws; done += BATCH) {
      float[][] values = new float[BATCH][];
      float[][] labels = new float[BATCH][];
      sampler.draw(random, values, labels);
      network.fit(new DataSet(Nd4j.createFromArray(values), Nd4j.createFromArray(labels)));
    }
  }

  /** Raw scores before the logistic function, one a tile; tiles are standardised. */
  double[] scores(List<float[]> tiles) {
    INDArray input = Nd4j.createFromArray(tiles.toArray(float[][]::new));
    List<INDArray> activations = network.feedForward(input, false);
    INDArray hidden = activations.get(activations.size() - 2);
    return hidden.mmul(weights(2)).addRowVector(bias(2)).toDoubleVector();
  }

  /** The network's own answer after the logistic function, in [0, 1]. */
  double[] probabilities(List<float[]> tiles) {
    return network.output(Nd4j.createFromArray(tiles.toArray(float[][]::new))).toDoubleVector();
  }

  /** How many layers carry weights. */
  int layers() {
    return network.getnLayers();
  }

  /** Weights of a layer, inputs by outputs. */
  INDArray weights(int layer) {
    return network.getParam(layer + "_W");
  }

  /** Bias of a layer, 1 by outputs. */
  INDArray bias(int layer) {
    return network.getParam(layer + "_b");
  }
}
