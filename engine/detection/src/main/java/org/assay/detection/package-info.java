/**
 * Learned detectors: preprocessing, calibration, classifiers; models are read from folders.
 *
 * <p>Start reading at {@link org.assay.detection.ModelFolder}. May depend on core, ONNX Runtime,
 * OpenCV (DNN) and Jackson.
 */
package org.assay.detection;
