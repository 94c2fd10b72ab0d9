/**
 * Finds faces in pictures: BlazeFace over overlapping tiles of several sizes, every find checked
 * again on a crop of its own.
 *
 * <p>Start reading at {@link org.assay.detection.face.Faces}, which other detectors use; {@link
 * org.assay.detection.face.FaceDetector} makes a signal of its answer. May depend on core, OpenCV
 * (core, imgproc, DNN) and {@link org.assay.detection.ModelFolder}.
 */
package org.assay.detection.face;
