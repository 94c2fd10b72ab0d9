/**
 * Perceptual hashes: from a picture to 256 bits that stay nearly the same when it is re-encoded,
 * scaled or filtered.
 *
 * <p>Start reading at {@link org.assay.matching.hash.Hasher}; {@link
 * org.assay.matching.hash.HashTypes} lists every one. PDQ is computed in float arithmetic in the
 * order of its reference, so that hashes exchanged with other parties agree bit for bit. May depend
 * on {@code org.assay.media} and {@code org.assay.signal}.
 */
package org.assay.matching.hash;
