package org.assay.matching.local;

/**
 * The local features of one picture, as parallel arrays; never write to them.
 *
 * @param x column of each, in pixels of the full picture
 * @param y row of each
 * @param size of each place, in pixels of the full picture
 * @param angle of each, in radians, from the x axis towards the y axis
 * @param codes {@link DescriptorCode#WORDS} words for each, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
public record LocalFeatures(float[] x, float[] y, float[] size, float[] angle, long[] codes) {

  /** Checks that the arrays fit together. */
  public LocalFeatures {
    if (y.length != x.length
        || size.length != x.length
        || angle.length != x.length
        || codes.length != x.length * DescriptorCode.WORDS) {
      throw new IllegalArgumentException("feature arrays of different lengths");
    }
  }

  /** Number of features. */
  public int count() {
    return x.length;
  }

  /** Bits in which one of these features differs from one of others. */
  int distance(int index, LocalFeatures others, int otherIndex) {
    int bits = 0;
    int mine = index * DescriptorCode.WORDS;
    int theirs = otherIndex * DescriptorCode.WORDS;
    for (int i = 0; i < DescriptorCode.WORDS; i++) {
      bits += Long.bitCount(codes[mine + i] ^ others.codes[theirs + i]);
    }
    return bits;
  }

  /**
   * The features of the mirrored picture, in its coordinates.
   *
   * @param widthPixels columns of the full picture
   */
  LocalFeatures mirrored(int widthPixels) {
    float[] left = new float[count()];
    float[] turned = new float[count()];
    for (int i = 0; i < count(); i++) {
      left[i] = widthPixels - x[i];
      turned[i] = (float) (Math.PI - angle[i]);
    }
    long[] swapped = new long[codes.length];
    for (int i = 0; i < codes.length; i++) {
      swapped[i] = DescriptorCode.mirrored(codes[i]);
    }
    return new LocalFeatures(left, y, size, turned, swapped);
  }
}
