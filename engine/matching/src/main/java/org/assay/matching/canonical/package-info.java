/**
 * Finds the picture inside a picture: what is left without bars, frames and screen furniture.
 *
 * <p>Start reading at {@link org.assay.matching.canonical.Canonicalizer}. May depend on {@code
 * org.assay.media}, {@code org.assay.matching.local} and OpenCV.
 */
package org.assay.matching.canonical;
