/**
 * Writers of media files, in memory and deterministic: stills by the JDK's own encoders, PNG, AVI,
 * WAV and all metadata byte by byte.
 *
 * <p>Start reading at {@link org.assay.datasets.format.StillFormat}; metadata is put into finished
 * files by {@link org.assay.datasets.format.JpegSegments} and {@link
 * org.assay.datasets.format.PngChunks}. Depends on core's {@code media} and the JDK.
 */
package org.assay.datasets.format;
