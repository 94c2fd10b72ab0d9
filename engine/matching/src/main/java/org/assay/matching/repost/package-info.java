/**
 * Finds the original of a picture in disguise: cropped, framed, captioned, mirrored, turned, pasted
 * into another picture or seen on a screen.
 *
 * <p>Start reading at {@link org.assay.matching.repost.RepostIndex}. A picture is boiled down to a
 * {@link org.assay.matching.repost.PictureSketch}; candidates come from perceptual hashes and from
 * words of local features, and every candidate is checked pixel by pixel before it counts. May
 * depend on its sibling packages {@code hash}, {@code bank}, {@code canonical} and {@code local},
 * on assay-core and on Lucene.
 */
package org.assay.matching.repost;
