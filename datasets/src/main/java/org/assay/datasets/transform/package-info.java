/**
 * What reposters do to pictures, as named values, so that robustness can be measured over a grid.
 *
 * <p>Start reading at {@link org.assay.datasets.transform.Transforms}. Depends on {@code
 * datasets.drawing}, {@code datasets.picture}, {@code datasets.format} and core.
 */
package org.assay.datasets.transform;
