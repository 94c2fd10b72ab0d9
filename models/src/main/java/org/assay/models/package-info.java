/**
 * Trains detectors with Deeplearning4j and writes model versions that the engine serves from ONNX.
 *
 * <p>Start reading at {@link org.assay.models.TrainAiGenerated}. May depend on core, detection,
 * datasets, Deeplearning4j, ONNX Runtime (parity), OpenCV (reading and altering pictures), Jackson
 * and picocli.
 */
package org.assay.models;
