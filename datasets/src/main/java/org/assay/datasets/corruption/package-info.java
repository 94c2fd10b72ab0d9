/**
 * Seeded damage to files, for tests that parsers refuse cleanly.
 *
 * <p>Start reading at {@link org.assay.datasets.corruption.Corruptions}. Depends on {@code
 * datasets.drawing} (to spread seeds), core's {@code signal} (for identifiers) and the JDK.
 */
package org.assay.datasets.corruption;
