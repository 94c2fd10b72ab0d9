package org.assay.matching.local;

import java.util.ArrayList;
import java.util.List;
import org.assay.signal.Region.Point;

/**
 * Compares an original with a query where they overlap, block by block: a caption, a sticker or a
 * frame spoils some blocks, while another picture with the same caption agrees only there. Each
 * query has its own; not safe for concurrent use.
 */
public final class OverlapCheck {
  /** Longest side of the original's plane. */
  public static final int ORIGINAL_SIDE = 160;

  /** Longest side of the query's plane. */
  public static final int QUERY_SIDE = 640;

  private static final int BLOCK = 10;
  private static final double FLAT = 2.5;
  private static final double AGREES = 0.65;
  private static final int SMALLEST_SIDE = 16;

  /** The query's plane, and ever smaller ones. */
  private final List<GreyPlane> levels = new ArrayList<>();

  /** For queries that look like this; the plane has at most {@link #QUERY_SIDE} a side. */
  public OverlapCheck(GreyPlane query) {
    for (int side = QUERY_SIDE; side >= 40; side /= 2) {
      GreyPlane level = query.within(side);
      if (Math.min(level.widthPixels(), level.heightPixels()) >= SMALLEST_SIDE
          || levels.isEmpty()) {
        levels.add(level);
      }
    }
  }

  /**
   * Compares.
   *
   * @param original its plane, at most {@link #ORIGINAL_SIDE} a side
   * @param placement from full pixels of the original to full pixels of the query
   */
  public Overlap compare(GreyPlane original, Homography placement) {
    double centreX = original.fullWidthPixels() / 2.0;
    double centreY = original.fullHeightPixels() / 2.0;
    GreyPlane query = levels.get(0);
    double step = samplesPerSample(original, query, placement, centreX, centreY);
    GreyPlane from = step < 0.6 ? original.within(ORIGINAL_SIDE / 2) : original;
    for (GreyPlane level : levels) {
      if (samplesPerSample(from, level, placement, centreX, centreY) >= 0.9) {
        query = level;
      }
    }
    return new Comparison(from, query, placement).result();
  }

  /** How many samples of the query one sample of the original covers, along a side. */
  private static double samplesPerSample(
      GreyPlane original, GreyPlane query, Homography placement, double x, double y) {
    double full = Math.sqrt(Math.abs(placement.areaScale(x, y)));
    return full * original.fullPerColumn() / query.fullPerColumn();
  }

  /** One comparison. */
  private static final class Comparison {
    private final GreyPlane original;
    private final int width;
    private final int height;
    private final float[] seen;
    private int overlapping;

    Comparison(GreyPlane original, GreyPlane query, Homography placement) {
      this.original = original;
      width = original.widthPixels();
      height = original.heightPixels();
      seen = new float[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double fullX = (x + 0.5) * original.fullPerColumn();
          double fullY = (y + 0.5) * original.fullPerRow();
          float value = Float.NaN;
          if (placement.depth(fullX, fullY) > 0) {
            Point at = placement.apply(fullX, fullY);
            value = sample(query, at.x() / query.fullPerColumn(), at.y() / query.fullPerRow());
          }
          seen[y * width + x] = value;
          overlapping += Float.isNaN(value) ? 0 : 1;
        }
      }
    }

    /** Between four samples; not a number outside. */
    private static float sample(GreyPlane plane, double x, double y) {
      if (!(x >= 0 && y >= 0 && x <= plane.widthPixels() && y <= plane.heightPixels())) {
        return Float.NaN;
      }
      double left = Math.max(0, Math.min(plane.widthPixels() - 1.001, x - 0.5));
      double top = Math.max(0, Math.min(plane.heightPixels() - 1.001, y - 0.5));
      int column = (int) left;
      int row = (int) top;
      int at = row * plane.widthPixels() + column;
      int right = column + 1 < plane.widthPixels() ? 1 : 0;
      int below = row + 1 < plane.heightPixels() ? plane.widthPixels() : 0;
      byte[] luma = plane.luma();
      double upper = mix(luma[at] & 0xff, luma[at + right] & 0xff, left - column);
      double lower = mix(luma[at + below] & 0xff, luma[at + below + right] & 0xff, left - column);
      return (float) mix(upper, lower, top - row);
    }

    private static double mix(double from, double to, double share) {
      return from + share * (to - from);
    }

    Overlap result() {
      int agree = 0;
      int differ = 0;
      int blank = 0;
      double sum = 0;
      for (int top = 0; top + BLOCK <= height; top += BLOCK) {
        for (int left = 0; left + BLOCK <= width; left += BLOCK) {
          double correlation = correlation(left, top);
          if (Double.isNaN(correlation)) {
            continue;
          }
          if (correlation == Double.NEGATIVE_INFINITY) {
            blank++;
          } else {
            sum += correlation;
            if (correlation >= AGREES) {
              agree++;
            } else {
              differ++;
            }
          }
        }
      }
      return new Overlap(
          agree,
          differ,
          blank,
          agree + differ == 0 ? 0 : sum / (agree + differ),
          (double) overlapping / (width * height));
    }

    /** Not a number where the block is not wholly seen, minus infinity where both are flat. */
    private double correlation(int left, int top) {
      double sumA = 0;
      double sumB = 0;
      double sumAa = 0;
      double sumBb = 0;
      double sumAb = 0;
      for (int y = top; y < top + BLOCK; y++) {
        for (int x = left; x < left + BLOCK; x++) {
          double a = original.luma()[y * width + x] & 0xff;
          double b = seen[y * width + x];
          sumA += a;
          sumB += b;
          sumAa += a * a;
          sumBb += b * b;
          sumAb += a * b;
        }
      }
      int count = BLOCK * BLOCK;
      if (Double.isNaN(sumB)) {
        return Double.NaN;
      }
      double varianceA = sumAa / count - sumA / count * (sumA / count);
      double varianceB = sumBb / count - sumB / count * (sumB / count);
      if (varianceA < FLAT * FLAT && varianceB < FLAT * FLAT) {
        return Double.NEGATIVE_INFINITY;
      }
      double covariance = sumAb / count - sumA / count * (sumB / count);
      return covariance / Math.sqrt(Math.max(1, varianceA) * Math.max(1, varianceB));
    }
  }
}
