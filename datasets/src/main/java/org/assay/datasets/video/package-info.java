/**
 * Seeded moving pictures and melodies.
 *
 * <p>Start reading at {@link org.assay.datasets.video.VideoGenerator}. Depends on {@code
 * datasets.picture}, {@code datasets.drawing}, {@code datasets.format} and core's {@code media}.
 */
package org.assay.datasets.video;
