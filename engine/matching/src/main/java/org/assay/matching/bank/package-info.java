/**
 * Banks of hashes and the exact search for those near a given one.
 *
 * <p>Start reading at {@link org.assay.matching.bank.HashBank}. A bank knows whose hashes they are;
 * a {@link org.assay.matching.bank.HashIndex} knows only hashes and their positions, so that it can
 * be replaced by another kind without the bank's noticing. May depend on {@code
 * org.assay.matching.hash}, {@code org.assay.media} and {@code org.assay.signal}.
 */
package org.assay.matching.bank;
