/**
 * OpenCV's native library, loaded once. Start reading at {@link
 * org.assay.detection.opencv.OpenCvLibrary}. Depends on OpenCV alone.
 */
package org.assay.detection.opencv;
