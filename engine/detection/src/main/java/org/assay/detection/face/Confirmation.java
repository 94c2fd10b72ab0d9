package org.assay.detection.face;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.assay.detection.ModelFolder;

/**
 * A second opinion on one place: both networks see it upright at two sizes, in crops of their own.
 * What only looks like a face at one size in one network is sorted out here.
 *
 * @param slope of the logistic function that makes a probability of the mean of the four logits
 * @param intercept of the same
 * @param threshold probability from which a place is called a face, in [0, 1]
 * @see <a href="https://home.cs.colorado.edu/~mozer/Teaching/syllabi/6622/papers/Platt1999.pdf">
 *     Platt, 1999</a>
 */
record Confirmation(double slope, double intercept, double threshold) {
  /** Side of a crop divided by side of the box; nearer ones lose the head, wider ones the face. */
  private static final double SHORT_MARGIN = 2.5;

  private static final double SHORT_NEAR_MARGIN = 1.8;
  private static final double FULL_MARGIN = 3.5;
  private static final double FULL_NEAR_MARGIN = 2;

  /** Scores below this count as this: how far below says nothing. */
  private static final double LOWEST_SCORE = 0.005;

  /** Below this in the first look the other three are not worth their time. */
  private static final double HOPELESS_SCORE = 0.18;

  private static final double SAME_FACE_OVERLAP = 0.3;

  Confirmation {
    if (!(slope > 0) || !Double.isFinite(intercept) || !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "slope must be positive and the threshold in [0, 1]: %s, %s, %s"
              .formatted(slope, intercept, threshold));
    }
  }

  /**
   * Reads the three numbers from {@code confirmation} in {@code model.json}.
   *
   * @throws IOException if one is missing or senseless
   */
  static Confirmation of(ModelFolder model) throws IOException {
    JsonNode node = model.description().path("confirmation");
    for (String key : List.of("slope", "intercept", "threshold")) {
      if (!node.path(key).isNumber()) {
        throw new IOException(model.id() + ": model.json has no number confirmation/" + key);
      }
    }
    try {
      return new Confirmation(
          node.path("slope").asDouble(),
          node.path("intercept").asDouble(),
          node.path("threshold").asDouble());
    } catch (IllegalArgumentException senseless) {
      throw new IOException(model.id() + ": " + senseless.getMessage(), senseless);
    }
  }

  /**
   * Looks again.
   *
   * @return the face as the short-range network sees it, with a calibrated score; empty if it is
   *     none
   */
  Optional<Face> confirm(Face candidate, Networks.Pair networks, Pyramid pyramid)
      throws InterruptedException {
    BlazeFace near = networks.shortRange();
    BlazeFace far = networks.fullRange();
    int nearSide = BlazeFace.Range.SHORT.sidePixels();
    int farSide = BlazeFace.Range.FULL.sidePixels();
    Optional<Face> first =
        best(candidate, Crop.around(candidate, SHORT_MARGIN, nearSide), near, pyramid);
    if (first.isEmpty() || first.get().score() < HOPELESS_SCORE) {
      return Optional.empty();
    }
    double mean =
        (logit(first)
                + logit(
                    best(
                        candidate,
                        Crop.around(candidate, SHORT_NEAR_MARGIN, nearSide),
                        near,
                        pyramid))
                + logit(best(candidate, Crop.around(candidate, FULL_MARGIN, farSide), far, pyramid))
                + logit(
                    best(
                        candidate,
                        Crop.around(candidate, FULL_NEAR_MARGIN, farSide),
                        far,
                        pyramid)))
            / 4;
    double probability = 1 / (1 + Math.exp(-(slope * mean + intercept)));
    return probability < threshold
        ? Optional.empty()
        : Optional.of(first.get().withScore(probability));
  }

  private static Optional<Face> best(Face place, Crop crop, BlazeFace network, Pyramid pyramid)
      throws InterruptedException {
    return Search.look(network, pyramid.crop(crop), LOWEST_SCORE).stream()
        .map(crop::toPicture)
        .filter(face -> face.overlap(place) >= SAME_FACE_OVERLAP)
        .findFirst();
  }

  private static double logit(Optional<Face> face) {
    double score = Math.min(face.map(Face::score).orElse(LOWEST_SCORE), 1 - 1e-6);
    return Math.log(score / (1 - score));
  }
}
