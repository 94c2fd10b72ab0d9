/**
 * Local features: what small places of a picture look like, so that a part of it is found again in
 * another picture, scaled, turned, mirrored or seen at a slant; and the check, pixel by pixel, that
 * the two really show the same.
 *
 * <p>Start reading at {@link org.assay.matching.local.FeatureExtractor}, then {@link
 * org.assay.matching.local.Alignment} and {@link org.assay.matching.local.OverlapCheck}. May depend
 * on {@code org.assay.media} and OpenCV.
 */
package org.assay.matching.local;
