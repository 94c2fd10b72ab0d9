package org.assay.detection.face;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * One of the two BlazeFace networks; not safe for concurrent use.
 *
 * @see <a href="https://arxiv.org/abs/1907.05047">Bazarevsky and others, BlazeFace, 2019</a>
 */
final class BlazeFace {
  /** Boxes of one face that overlap this much are blended, as in the paper's pipeline. */
  private static final double SAME_FACE_OVERLAP = 0.3;

  /** Maps a byte to [-1, 1]. */
  private static final double HALF_RANGE = 127.5;

  /**
   * What tells the two networks apart; both take a square of RGB in [-1, 1].
   *
   * @param file name of the weights in the model's folder
   * @param sidePixels side of the square input
   * @param scores name of the output with one logit an anchor
   * @param boxes name of the output with boxes and points
   */
  record Range(String file, int sidePixels, Anchors anchors, String scores, String boxes) {
    /** For faces that fill a fifth of the picture's side or more. */
    static final Range SHORT =
        new Range(
            "short-range",
            128,
            new Anchors(128, List.of(new Anchors.Grid(16, 2), new Anchors.Grid(8, 6))),
            "classificators",
            "regressors");

    /** For faces from a fourteenth of the picture's side. */
    static final Range FULL =
        new Range(
            "full-range",
            192,
            new Anchors(192, List.of(new Anchors.Grid(48, 1))),
            "reshaped_classifier_face_4",
            "reshaped_regressor_face_4");
  }

  private final Range range;
  private final Net network;

  /**
   * Reads the weights; OpenCV must have been loaded.
   *
   * @throws org.opencv.core.CvException if they are no TensorFlow Lite file that OpenCV can read
   */
  BlazeFace(Range range, String weightsFile) {
    this.range = range;
    this.network = Dnn.readNetFromTFLite(weightsFile);
  }

  /**
   * Finds the faces of a square picture.
   *
   * @param square {@link Range#sidePixels} on either side, three channels, RGB, 8 bits
   * @param minimumScore in [0, 1]
   * @return one a face, in pixels of the square, best first
   */
  List<Face> detect(Mat square, double minimumScore) {
    Size size = new Size(range.sidePixels, range.sidePixels);
    Scalar middle = new Scalar(HALF_RANGE, HALF_RANGE, HALF_RANGE);
    List<Mat> outputs = new ArrayList<>();
    Mat input = Dnn.blobFromImage(square, 1 / HALF_RANGE, size, middle, false);
    try {
      network.setInput(input);
      network.forward(outputs, List.of(range.scores, range.boxes));
      List<Face> raw =
          range.anchors.decode(floats(outputs.get(0)), floats(outputs.get(1)), minimumScore);
      return Suppression.blend(raw, SAME_FACE_OVERLAP);
    } finally {
      input.release();
      outputs.forEach(Mat::release);
    }
  }

  private static float[] floats(Mat output) {
    Mat row = output.reshape(1, 1);
    float[] values = new float[(int) row.total()];
    row.get(0, 0, values);
    row.release();
    return values;
  }
}
