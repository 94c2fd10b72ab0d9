package org.assay.matching.hash;

/** How much a picture gives to hash: the PDQ reference's count of significant gradients. */
final class Quality {
  private static final int SIDE = Downscaler.SIDE;

  private Quality() {}

  /**
   * 0 for a flat picture, 100 for one rich in structure.
   *
   * @param luma row-major, 64 x 64, each in about [0, 255]
   */
  static int of(float[] luma) {
    int sum = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int j = 0; j < SIDE; j++) {
        float here = luma[i * SIDE + j];
        if (i + 1 < SIDE) {
          sum += step(here, luma[(i + 1) * SIDE + j]);
        }
        if (j + 1 < SIDE) {
          sum += step(here, luma[i * SIDE + j + 1]);
        }
      }
    }
    return Math.min(100, sum / 90);
  }

  /** In whole percent of the full range: many small gradients shall not add up to a large one. */
  private static int step(float here, float there) {
    return Math.abs((int) ((here - there) * 100 / 255));
  }
}
