/**
 * Repost matching: perceptual hashes of the item, looked up in banks of known ones.
 *
 * <p>Start reading at {@link org.assay.matching.FingerprintDetector}; hashes are made in {@code
 * org.assay.matching.hash} and searched in {@code org.assay.matching.bank}. May depend on those two
 * and on assay-core.
 */
package org.assay.matching;
