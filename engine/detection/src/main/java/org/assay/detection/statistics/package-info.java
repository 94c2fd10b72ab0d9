/**
 * What the pixels of a picture say in numbers: statistics of noise, neighbourhood, frequency and
 * colour that differ between cameras, painters and generators.
 *
 * <p>Start reading at {@link org.assay.detection.statistics.PictureStatistics}. May depend on core
 * and OpenCV (JPEG in memory).
 */
package org.assay.detection.statistics;
