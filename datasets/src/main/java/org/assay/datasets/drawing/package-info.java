/**
 * Drawing in memory without fonts, screens or native code: a canvas of shapes and inks, seeded
 * noise, resampling and block letters.
 *
 * <p>Start reading at {@link org.assay.datasets.drawing.Canvas}. Everything gives the same bytes
 * for the same seed on every machine, so transcendental functions come from {@link StrictMath}.
 * Depends on core's {@code media} and the JDK.
 */
package org.assay.datasets.drawing;
