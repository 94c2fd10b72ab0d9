package org.assay.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * All figures of a model version, the only source of numbers in its card.
 *
 * @param validation of pictures left out by group while training
 * @param test by the finished model, as served, on each test listing, keyed by its SHA-256
 * @param parity largest difference of raw scores between ONNX Runtime and Deeplearning4j
 */
record Evaluation(int folds, Figures validation, Map<String, Figures> test, double parity) {
  Evaluation {
    test = new TreeMap<>(test);
  }

  /** As written to {@code evaluation.json}. */
  ObjectNode json(ObjectMapper mapper) {
    ObjectNode root = mapper.createObjectNode();
    root.putPOJO("alarmThresholds", Figures.THRESHOLDS);
    root.putObject("crossValidation")
        .put("folds", folds)
        .setAll((ObjectNode) mapper.valueToTree(validation));
    root.put("largestDifferenceFromDeeplearning4j", parity);
    ObjectNode tests = root.putObject("test");
    test.forEach((hash, figures) -> tests.set(hash, mapper.valueToTree(figures)));
    return root;
  }
}
