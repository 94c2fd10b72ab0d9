/**
 * Seeded pictures that look a little like photographs, so that tests, benchmarks and the demo need
 * no photograph of anybody.
 *
 * <p>Start reading at {@link org.assay.datasets.picture.PictureGenerator}; {@link
 * org.assay.datasets.picture.Scene} lists what it can paint. Depends on {@code datasets.drawing}
 * and core's {@code media}.
 */
package org.assay.datasets.picture;
