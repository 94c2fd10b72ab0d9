package org.assay.matching.local;

/**
 * The features of a picture that is looked up.
 *
 * @param features of the picture
 * @param words {@link Words#PROBES} for each feature: those it probably has in the original
 * @param mirrored the features of the mirror image, in the mirror image's coordinates
 * @param mirroredWords the words of those
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by contract, like Raster
public record QueryFeatures(
    LocalFeatures features, int[] words, LocalFeatures mirrored, int[] mirroredWords) {}
