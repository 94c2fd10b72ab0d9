package org.assay.decoding;

import java.util.List;

/**
 * What a still's own structure says, read without decoding a pixel.
 *
 * @param widthPixels as stored, before orientation
 * @param heightPixels as stored, before orientation
 * @param bitsPerSample of the first channel
 * @param animated whether the file holds further frames or pages
 * @param orientation EXIF orientation, 1 to 8
 * @param damage what is missing or broken, one sentence each
 */
record StillHeader(
    long widthPixels,
    long heightPixels,
    int bitsPerSample,
    boolean animated,
    int orientation,
    List<String> damage) {

  StillHeader {
    damage = List.copyOf(damage);
  }
}
