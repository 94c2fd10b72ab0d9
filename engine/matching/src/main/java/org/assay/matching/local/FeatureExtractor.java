package org.assay.matching.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.KeyPoint;
import org.opencv.core.Mat;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.features2d.SIFT;

/**
 * Finds the local features of a picture: SIFT, spread over the picture, so that a caption or a
 * sticker full of contrast does not take all of them. Safe for concurrent use.
 *
 * @see <a href="https://doi.org/10.1023/B:VISI.0000029664.99615.94">Lowe, 2004</a>
 */
public final class FeatureExtractor {
  /** The usual thresholds but for contrast, where flat pictures need a lower one. */
  private static final double CONTRAST = 0.02;

  private static final double EDGE = 12;
  private static final double SIGMA = 1.6;
  private static final int LAYERS = 3;
  private static final int CANDIDATES_PER_FEATURE = 2;
  private static final int CELLS = 8;

  private final int most;

  /** An extractor of at most {@code most} features a picture. */
  public FeatureExtractor(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one feature: " + most);
    }
    this.most = most;
  }

  /** The features of a picture, as an original keeps them and as a query asks for them. */
  public QueryFeatures extract(GreyPlane grey) {
    SIFT sift = SIFT.create(most * CANDIDATES_PER_FEATURE, LAYERS, CONTRAST, EDGE, SIGMA);
    Mat picture = grey.mat();
    Mat everywhere = new Mat();
    MatOfKeyPoint points = new MatOfKeyPoint();
    Mat descriptors = new Mat();
    try {
      sift.detectAndCompute(picture, everywhere, points, descriptors);
      float[] values = new float[descriptors.rows() * DescriptorCode.VALUES];
      if (values.length > 0) {
        descriptors.get(0, 0, values);
      }
      KeyPoint[] found = points.toArray();
      return coded(found, spread(found, grey), values, grey);
    } finally {
      picture.release();
      everywhere.release();
      points.release();
      descriptors.release();
      sift.clear();
    }
  }

  private static QueryFeatures coded(
      KeyPoint[] points, int[] chosen, float[] values, GreyPlane grey) {
    int count = chosen.length;
    float[] x = new float[count];
    float[] y = new float[count];
    float[] size = new float[count];
    float[] angle = new float[count];
    long[] codes = new long[count * DescriptorCode.WORDS];
    int[] words = new int[count * Words.PROBES];
    int[] mirroredWords = new int[count * Words.PROBES];
    double across = grey.fullPerColumn();
    double down = grey.fullPerRow();
    for (int i = 0; i < count; i++) {
      KeyPoint point = points[chosen[i]];
      x[i] = (float) ((point.pt.x + 0.5) * across);
      y[i] = (float) ((point.pt.y + 0.5) * down);
      size[i] = (float) (point.size * Math.sqrt(across * down));
      angle[i] = (float) Math.toRadians(point.angle);
      float[] projections = DescriptorCode.projections(values, chosen[i] * DescriptorCode.VALUES);
      DescriptorCode.write(projections, codes, i * DescriptorCode.WORDS);
      Words.probes(projections, words, i * Words.PROBES);
      Words.probes(DescriptorCode.mirrored(projections), mirroredWords, i * Words.PROBES);
    }
    LocalFeatures features = new LocalFeatures(x, y, size, angle, codes);
    return new QueryFeatures(
        features, words, features.mirrored(grey.fullWidthPixels()), mirroredWords);
  }

  /** The strongest of each cell first, cell by cell in turn, until there are enough. */
  private int[] spread(KeyPoint[] points, GreyPlane grey) {
    if (points.length <= most) {
      return IntStream.range(0, points.length).toArray();
    }
    List<List<Integer>> cells = new ArrayList<>();
    for (int i = 0; i < CELLS * CELLS; i++) {
      cells.add(new ArrayList<>());
    }
    for (int i = 0; i < points.length; i++) {
      int column = cell(points[i].pt.x, grey.widthPixels());
      int row = cell(points[i].pt.y, grey.heightPixels());
      cells.get(row * CELLS + column).add(i);
    }
    cells.forEach(cell -> cell.sort(Comparator.comparingDouble(i -> -points[i].response)));
    int[] chosen = new int[most];
    int count = 0;
    for (int rank = 0; count < most; rank++) {
      for (List<Integer> cell : cells) {
        if (rank < cell.size() && count < most) {
          chosen[count++] = cell.get(rank);
        }
      }
    }
    return chosen;
  }

  private static int cell(double at, int length) {
    return Math.max(0, Math.min(CELLS - 1, (int) (at * CELLS / length)));
  }
}
