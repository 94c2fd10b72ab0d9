package org.assay.matching.repost;

import java.util.List;
import org.assay.matching.local.LocalFeatures;

/**
 * What the index keeps of an original, some 20 kilobytes.
 *
 * @param widthPixels columns of the picture
 * @param heightPixels rows of the picture
 * @param hashes of the whole picture first, then of parts
 * @param thumbnail a small grey JPEG, to compare candidates with; never write to it
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
record PictureSketch(
    int widthPixels,
    int heightPixels,
    LocalFeatures features,
    List<FramedHash> hashes,
    byte[] thumbnail) {

  PictureSketch {
    if (widthPixels <= 0 || heightPixels <= 0) {
      throw new IllegalArgumentException(
          "picture size must be positive: " + widthPixels + " x " + heightPixels);
    }
    hashes = List.copyOf(hashes);
    if (hashes.isEmpty() || hashes.get(0).part() != FramedHash.Part.WHOLE) {
      throw new IllegalArgumentException("the hash of the whole picture comes first");
    }
  }

  /** The longer side. */
  int sidePixels() {
    return Math.max(widthPixels, heightPixels);
  }
}
