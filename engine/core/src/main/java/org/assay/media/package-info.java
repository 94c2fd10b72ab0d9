/**
 * What comes in: a {@link org.assay.media.MediaItem} as the platform submitted it, and the {@link
 * org.assay.media.Media} that decoding makes of it.
 *
 * <p>Start reading at {@link org.assay.media.Media}. Everything here is immutable and shared by all
 * detectors; arrays handed out by {@link org.assay.media.Raster} and {@link org.assay.media.Sound}
 * are not copied and must not be written to. Depends on the JDK only.
 */
package org.assay.media;
